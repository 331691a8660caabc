#pragma once

#include <QByteArray>

#include "term/Term.h"

namespace nodescope::term {

/// Atoms that can be written as numbers (tag 82): the distribution header of a message that is being
/// made. Implemented by `protocol`.
class AtomReferences
{
public:
    virtual ~AtomReferences() = default;
    /// The number of this atom's entry, 0 to 254; -1 if it must be spelled out.
    [[nodiscard]] virtual int referTo(QByteArrayView utf8) = 0;
};

struct EncodeOptions
{
    /// Whether to begin with 131. Inside distribution messages with a header: no.
    bool versionByte = true;
    /// zlib level 1 to 9: tag 80 if that is shorter, as OTP's `compressed`. 0: never. Needs versionByte.
    int compression = 0;
    /// Null: every atom is spelled out.
    AtomReferences *references = nullptr;
};

/// Encodes a term as OTP 26 and later do by default: UTF-8 atoms, NEW_FLOAT, STRING_EXT for lists of up to
/// 65,535 bytes, the shortest form of integers, pids and references with wide creation, V4_PORT for ports
/// beyond 28 bits. Map pairs keep their
/// order. An invalid term gives no bytes. Does not recurse. Thread-safe.
[[nodiscard]] QByteArray encode(const Term &term, const EncodeOptions &options = {});

/// The same, behind what `out` already holds: control message and payload share a frame.
void encodeTo(QByteArray &out, const Term &term, const EncodeOptions &options = {});

} // namespace nodescope::term
