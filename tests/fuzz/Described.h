#pragma once

#include "FuzzInput.h"
#include "protocol/link/Channel.h"
#include "term/Encoder.h"

/// Events in bytes, so that those of two runs can be compared; with what must hold of each.
namespace nodescope::fuzz {

using namespace nodescope::protocol;

inline QByteArray number(qint64 value)
{
    return QByteArray::number(value) + ' ';
}

inline QByteArray described(const SignalError &error)
{
    FUZZ_CHECK(error.evidence.size() <= EvidenceBytes);
    FUZZ_CHECK(error.offset >= 0 && error.offset <= qMax(error.size, qsizetype(frame::OversizedHeadBytes)));
    QByteArray text = "error " + number(int(error.kind)) + number(error.offset) + number(error.size);
    if (error.headerError)
        text += number(int(error.headerError->kind)) + number(error.headerError->offset);
    if (error.fragmentFault)
        text += number(int(*error.fragmentFault));
    if (error.decodeError)
        text += number(int(error.decodeError->code)) + number(error.decodeError->offset);
    if (error.controlError)
        text += number(int(error.controlError->fault)) + number(error.controlError->element);
    return text + error.evidence.toHex();
}

inline QByteArray described(const Signal &signal)
{
    FUZZ_CHECK(signal.controlTerm().isValid());
    FUZZ_CHECK(hasPayload(signal.operation) != signal.payload.isNull());
    QByteArray text = "signal " + number(int(signal.operation)) + number(signal.size) +
                      number(signal.fragments) + number(signal.payload.size()) +
                      term::encode(signal.controlTerm()).toHex();
    if (!signal.payload.isNull()) {
        const auto payload = signal.payload.decode();
        text += payload ? term::encode(*payload).toHex() : "bad " + number(int(payload.error().code));
    }
    return text + term::encode(signal.reason()).toHex();
}

} // namespace nodescope::fuzz
