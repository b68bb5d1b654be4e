/* legato-skin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-skin.h"

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16) / 255.0f, ((hex) >> 8 & 255) / 255.0f, ((hex) &255) / 255.0f, 1.0f               \
  }

/** legato_skin_get: @tone: 1 to 4, light to deep: a little lighter than the leg of that tone, so
 * that the hand is seen on it */
const LegatoSkin *
legato_skin_get (guint tone)
{
  static const LegatoSkin skins[] = {
    { RGB (0xfbe5d5), RGB (0xfff6ee), RGB (0xd39d80), RGB (0x6e3d2b), RGB (0xfde9e2),
      RGB (0xe2a68e), RGB (0x8a4634) },
    { RGB (0xf0caa8), RGB (0xfce3c8), RGB (0xbd845c), RGB (0x5d3320), RGB (0xf9dccb),
      RGB (0xcc9074), RGB (0x713624) },
    { RGB (0xbd8a64), RGB (0xd8aa84), RGB (0x7d5033), RGB (0x36190c), RGB (0xdcb397),
      RGB (0x8e4f37), RGB (0x451f12) },
    { RGB (0x835843), RGB (0xa67a60), RGB (0x472a1b), RGB (0x170904), RGB (0xb98f77),
      RGB (0x804632), RGB (0x1d0b05) },
  };

  return &skins[CLAMP (tone, 1, G_N_ELEMENTS (skins)) - 1];
}
