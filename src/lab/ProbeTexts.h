#pragma once

/// The files of resources/probes as they are; ProbeTexts.cpp is made from them when CMake configures.
namespace nodescope::lab::probes {

extern const char *const WatchText;
extern const char *const CookieDigestText;
extern const char *const FiguresText;
extern const char *const RelayText;
/// The project's version.
extern const char *const ProgramVersion;

} // namespace nodescope::lab::probes
