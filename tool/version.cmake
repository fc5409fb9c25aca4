# Writes OUT, C source that says what the program is built from: VERSION, the commit of SOURCE (with "+" behind it when
# files that git knows differ from it), COMPILER, FLAGS. Run at every build; the file changes only when its
# content does.
execute_process(COMMAND git -C ${SOURCE} rev-parse --short=12 HEAD OUTPUT_VARIABLE commit
                OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE none)
if(none)
  set(commit "")
else()
  execute_process(COMMAND git -C ${SOURCE} diff --quiet HEAD -- RESULT_VARIABLE changed ERROR_QUIET)
  if(changed)
    string(APPEND commit "+")
  endif()
endif()
string(STRIP "${FLAGS}" FLAGS)
set(text "const char ts_build_version[] = \"${VERSION}\";
const char ts_build_commit[] = \"${commit}\";
const char ts_build_compiler[] = \"${COMPILER}\";
const char ts_build_flags[] = \"${FLAGS}\";
")
set(old "")
if(EXISTS ${OUT})
  file(READ ${OUT} old)
endif()
if(NOT old STREQUAL text)
  file(WRITE ${OUT} "${text}")
endif()
