/* legato-guide-file.h: a file of the guide, and what may be wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LEGATO_GUIDE_ERROR (legato_guide_error_quark ())

/**
 * LegatoGuideError:
 * @LEGATO_GUIDE_ERROR_SYNTAX: a file is not well-formed XML or not UTF-8
 * @LEGATO_GUIDE_ERROR_INVALID: an element, attribute or value is missing, unknown or out of range
 * @LEGATO_GUIDE_ERROR_REFERENCE: an id is used that no file defines, or is defined twice
 * @LEGATO_GUIDE_ERROR_INCOMPLETE: a file or a part of the guide is absent
 *
 * Every message begins with "FILE:LINE: " and says what is wrong there.
 */
typedef enum
{
  LEGATO_GUIDE_ERROR_SYNTAX,
  LEGATO_GUIDE_ERROR_INVALID,
  LEGATO_GUIDE_ERROR_REFERENCE,
  LEGATO_GUIDE_ERROR_INCOMPLETE,
} LegatoGuideError;

GQuark legato_guide_error_quark (void);

/** LegatoGuideFile: a file for legato_guide_new(): its name for error messages, and its content. */
typedef struct
{
  const char *name;
  GBytes *bytes;
} LegatoGuideFile;

G_END_DECLS
