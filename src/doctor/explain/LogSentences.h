#pragma once

#include "doctor/explain/LogFinding.h"

namespace nodescope::doctor {

/// What a message means, in a few sentences for people.
[[nodiscard]] QString sentenceOf(const LogFinding &finding);

/// Parts of it, by what the message is about; empty if it is about something else.
[[nodiscard]] QString handshakeSentence(const LogFinding &finding);
[[nodiscard]] QString linkSentence(const LogFinding &finding);
[[nodiscard]] QString startSentence(const LogFinding &finding);
[[nodiscard]] QString toolSentence(const LogFinding &finding);

/// How nodes are called in sentences: by name, or `this node` and `the other node`.
[[nodiscard]] QString nodeWord(const LogFinding &finding);
[[nodiscard]] QString peerWord(const LogFinding &finding);

} // namespace nodescope::doctor
