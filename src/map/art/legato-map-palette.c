/* legato-map-palette.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "legato-map"

#include "config.h"

#include "legato-map-palette.h"

/*
 * GTK 4.8 tells a widget's colours only through GtkStyleContext, which later GTK deprecates. Both
 * hand the colours of CSS to a symbolic icon when they draw it: so this is an icon that paints
 * nothing and remembers them. An image that shows it (the probe) must be drawn before its colours
 * are used.
 */
struct _LegatoMapPalette
{
  GObject parent;

  GdkRGBA accent;
  guint changed_source;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
}

static int
get_intrinsic_size (GdkPaintable *paintable)
{
  return 1;
}

static gboolean
changed_cb (gpointer user_data)
{
  LegatoMapPalette *self = user_data;

  self->changed_source = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
snapshot_symbolic (GtkSymbolicPaintable *paintable,
                   GdkSnapshot *snapshot,
                   double width,
                   double height,
                   const GdkRGBA *colors,
                   gsize n_colors)
{
  LegatoMapPalette *self = LEGATO_MAP_PALETTE (paintable);

  if (n_colors <= GTK_SYMBOLIC_COLOR_FOREGROUND
      || gdk_rgba_equal (&colors[GTK_SYMBOLIC_COLOR_FOREGROUND], &self->accent))
    return;

  self->accent = colors[GTK_SYMBOLIC_COLOR_FOREGROUND];
  /* Nothing may be invalidated in the midst of drawing. */
  if (self->changed_source == 0)
    self->changed_source = g_idle_add (changed_cb, self);
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = snapshot;
  iface->get_intrinsic_width = get_intrinsic_size;
  iface->get_intrinsic_height = get_intrinsic_size;
}

static void
symbolic_init (GtkSymbolicPaintableInterface *iface)
{
  iface->snapshot_symbolic = snapshot_symbolic;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LegatoMapPalette,
                               legato_map_palette,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SYMBOLIC_PAINTABLE,
                                                          symbolic_init))

static void
legato_map_palette_finalize (GObject *object)
{
  LegatoMapPalette *self = LEGATO_MAP_PALETTE (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  G_OBJECT_CLASS (legato_map_palette_parent_class)->finalize (object);
}

static void
legato_map_palette_class_init (LegatoMapPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = legato_map_palette_finalize;

  /* Emitted from the main loop when the theme has brought other colours. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
legato_map_palette_init (LegatoMapPalette *self)
{
  gdk_rgba_parse (&self->accent, "#1c71d8");
}

LegatoMapPalette *
legato_map_palette_new (void)
{
  return g_object_new (LEGATO_TYPE_MAP_PALETTE, NULL);
}

/**
 * legato_map_palette_create_probe:
 *
 * Returns: (transfer floating): an invisible widget that must stand among those drawn first
 */
GtkWidget *
legato_map_palette_create_probe (LegatoMapPalette *self)
{
  static gboolean styled = FALSE;
  GtkWidget *probe;

  g_return_val_if_fail (LEGATO_IS_MAP_PALETTE (self), NULL);

  if (!styled)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (provider, LEGATO_RESOURCE_ROOT "/map/widget.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      styled = TRUE;
    }

  probe = gtk_image_new_from_paintable (GDK_PAINTABLE (self));
  gtk_image_set_pixel_size (GTK_IMAGE (probe), 1);
  gtk_widget_add_css_class (probe, "legato-map-probe");
  gtk_widget_set_can_target (probe, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (probe), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return probe;
}

/** legato_map_palette_get_accent: (transfer none): the accent colour, readable on the window */
const GdkRGBA *
legato_map_palette_get_accent (LegatoMapPalette *self)
{
  g_return_val_if_fail (LEGATO_IS_MAP_PALETTE (self), NULL);

  return &self->accent;
}

/**
 * legato_map_palette_get_soreness_color:
 * @soreness: 0 to 10
 *
 * A ramp from pale yellow to deep violet. Its lightness falls steadily, so that it reads the same
 * with deuteranopia, protanopia or in grey.
 */
GdkRGBA
legato_map_palette_get_soreness_color (double soreness)
{
  static const GdkRGBA stops[] = {
    { 0.99f, 0.96f, 0.75f, 1 }, { 0.98f, 0.80f, 0.40f, 1 }, { 0.93f, 0.53f, 0.27f, 1 },
    { 0.72f, 0.23f, 0.34f, 1 }, { 0.29f, 0.07f, 0.38f, 1 },
  };
  double place = CLAMP (soreness, 0, 10) / 10 * (G_N_ELEMENTS (stops) - 1);
  guint low = MIN ((guint) place, G_N_ELEMENTS (stops) - 2);
  float part = (float) (place - low);
  const GdkRGBA *a = &stops[low], *b = &stops[low + 1];

  return (GdkRGBA){ a->red + part * (b->red - a->red), a->green + part * (b->green - a->green),
                    a->blue + part * (b->blue - a->blue), 1 };
}
