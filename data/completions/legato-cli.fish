# Completion of legato-cli for fish: legato-cli itself knows what may come.
# SPDX-License-Identifier: GPL-3.0-or-later
function __legato_cli_words
    set -l typed (commandline -opc)
    set -l candidates ($typed[1] complete $typed[2..-1] (commandline -ct) 2>/dev/null)
    if test (count $candidates) -gt 0
        printf '%s\n' $candidates
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c legato-cli -f -a '(__legato_cli_words)'
