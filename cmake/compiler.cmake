# Warnings are errors for our own code; every target links `nadir_options`.
add_library(nadir_options INTERFACE)
target_compile_features(nadir_options INTERFACE cxx_std_20)
target_include_directories(nadir_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(nadir_options INTERFACE
  -Wall -Wextra -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  # GCC 12 sees overlapping copies in std::string's operator+ where there are none (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # Hints to GCC's vectoriser; Clang (coverage, mutation) goes without.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-unknown-pragmas>)

if(NADIR_SANITIZE)
  target_compile_options(nadir_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(nadir_options INTERFACE -fsanitize=address,undefined)
endif()
if(NADIR_COVERAGE)
  # Source-based: counts the outcomes of conditions that stand in the source, not those that only the compiler makes.
  target_compile_options(nadir_options INTERFACE -fprofile-instr-generate -fcoverage-mapping)
  target_link_options(nadir_options INTERFACE -fprofile-instr-generate)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()

# nadir_library(NAME SOURCES ... LINKS ...): one static library a folder; includes are written from the repository's root.
function(nadir_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC nadir_options ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# nadir_test(NAME SOURCES ... LINKS ... [LABELS ...]): one GoogleTest program, every test case known to ctest.
function(nadir_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;LABELS" ${ARGN})
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE nadir_options ${ARG_LINKS} GTest::gmock GTest::gtest_main)
  target_compile_options(${name} PRIVATE -O1)  # test code runs little and is long to optimise
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    PROPERTIES LABELS "${ARG_LABELS}" ENVIRONMENT "NADIR_PROGRAMS=${CMAKE_BINARY_DIR}/bin")
endfunction()

# nadir_whole_test(NAME SOURCES ... LINKS ... [SUITES ...] [LABELS ...]): as nadir_test, but one ctest entry for the whole program, or for
# each of its suites, whose test cases share what is expensive to make.
function(nadir_whole_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;SUITES;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE nadir_options ${ARG_LINKS} GTest::gmock GTest::gtest_main)
  target_compile_options(${name} PRIVATE -O1)  # test code runs little and is long to optimise
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  set(entries ${name})
  if(ARG_SUITES)
    set(entries)
    foreach(suite ${ARG_SUITES})
      add_test(NAME ${suite} COMMAND ${name} --gtest_filter=${suite}.* WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
      list(APPEND entries ${suite})
    endforeach()
  else()
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
  set_tests_properties(${entries} PROPERTIES LABELS "${ARG_LABELS}" ENVIRONMENT "NADIR_PROGRAMS=${CMAKE_BINARY_DIR}/bin")
endfunction()
