/* Headers that the compiler would find without being told of their library stand here once more,
 * first in the search path of every folder that may not use them (see src/meson.build). */
#error "Only src/journal may include SQLite"
