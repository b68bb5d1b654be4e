# Completion of legato-cli for bash: legato-cli itself knows what may come.
# SPDX-License-Identifier: GPL-3.0-or-later
_legato_cli ()
{
  local words=() done= candidate i

  # bash takes "--goal=soreness" for three words, legato-cli for one.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    if ((i > 1)) && [[ ${COMP_WORDS[i]} == = || ${COMP_WORDS[i - 1]} == = ]]; then
      words[-1]+=${COMP_WORDS[i]}
    else
      words+=("${COMP_WORDS[i]}")
    fi
  done
  # What stands before the last "=" is no longer bash's to complete.
  [[ $COMP_WORDBREAKS == *=* && ${words[-1]} == *=* ]] && done=${words[-1]%=*}=

  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    candidate=${candidate#"$done"}
    [[ $candidate == *= ]] || candidate+=' '
    COMPREPLY+=("$candidate")
  done < <("$1" complete "${words[@]}" 2>/dev/null)
}
complete -o nospace -o default -F _legato_cli legato-cli
