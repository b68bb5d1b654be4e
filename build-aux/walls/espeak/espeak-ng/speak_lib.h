/* See ../../sqlite/sqlite3.h. */
#error "Only src/audio/voice may include eSpeak NG"
