#pragma once

#include <QString>

#include "term/ByteMap.h"
#include "term/Decoder.h"
#include "term/TermDiff.h"

/// The words for terms, in the language of the moment.
namespace nodescope::widgets {

/// What kind of value it is, and how large: `tuple of 3`, `binary, 64 bytes`.
[[nodiscard]] QString kindText(const term::Term &value);
/// Why bytes are no term, as a sentence.
[[nodiscard]] QString sentenceFor(const term::DecodeError &error);
/// `bytes 17 to 42 of 300`.
[[nodiscard]] QString rangeText(const term::ByteRange &range, qsizetype size);
/// `changed`, `only left`, `only right`.
[[nodiscard]] QString wordFor(term::TermDifference::Kind kind);

} // namespace nodescope::widgets
