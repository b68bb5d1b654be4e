/* legato-map-error.h: what can be wrong with a drawing of the leg
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LEGATO_MAP_ERROR (legato_map_error_quark ())

/**
 * LegatoMapError:
 * @LEGATO_MAP_ERROR_SYNTAX: not well-formed XML, or path data that cannot be read
 * @LEGATO_MAP_ERROR_INVALID: an element or attribute is missing, repeated or out of range
 * @LEGATO_MAP_ERROR_REFERENCE: a zone or technique that the guide does not know there
 * @LEGATO_MAP_ERROR_INCOMPLETE: a zone or file that should be there is absent
 * @LEGATO_MAP_ERROR_TOO_LARGE: more bytes or points than a leg can need
 * @LEGATO_MAP_ERROR_RENDER: librsvg or cairo could not draw it
 */
typedef enum
{
  LEGATO_MAP_ERROR_SYNTAX,
  LEGATO_MAP_ERROR_INVALID,
  LEGATO_MAP_ERROR_REFERENCE,
  LEGATO_MAP_ERROR_INCOMPLETE,
  LEGATO_MAP_ERROR_TOO_LARGE,
  LEGATO_MAP_ERROR_RENDER,
} LegatoMapError;

GQuark legato_map_error_quark (void);

G_END_DECLS
