#pragma once

/// The files of resources/probes as they are; ProbeTexts.cpp is made from them when CMake configures.
namespace nodescope::lab::probes {

extern const char *const WatchText;
extern const char *const CookieDigestText;
extern const char *const FiguresText;
extern const char *const RelayText;
extern const char *const ProcessesText;
extern const char *const ProcessText;
extern const char *const SupervisionText;
/// The project's version.
extern const char *const ProgramVersion;

} // namespace nodescope::lab::probes
