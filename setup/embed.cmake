# cmake -DIN=header [-DAND=header] -DOUT=file.c -DNAME=symbol -P embed.cmake: the text of IN, and of AND behind it, as
# a C array.
file(READ ${IN} hex HEX)
if(DEFINED AND)
  file(READ ${AND} more HEX)
endif()
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "(char)0x\\1," bytes "${hex}${more}")
file(WRITE ${OUT} "extern const char ${NAME}[];\nconst char ${NAME}[] = {${bytes}0};\n")
