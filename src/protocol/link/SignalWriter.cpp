#include "protocol/link/SignalWriter.h"

#include <functional>
#include <limits>

#include <QtEndian>

#include "protocol/link/FrameForm.h"
#include "protocol/link/SignalReader.h"
#include "term/Encoder.h"

namespace nodescope::protocol {

using term::Term;

namespace {

using Kind = WriteError::Kind;

// Length, then `131 68 0` (a header without atoms) or 112 (pass-through, each term with its 131).
SignalWriter::Outcome assemble(const WrittenControl &written, Flags flags,
                               const std::function<void(QByteArray &, bool)> &appendPayload)
{
    const bool header = usesHeader(flags);
    QByteArray out(frame::LengthBytes, '\0');
    out.append(header ? QByteArrayView("\x83\x44\x00", 3) : QByteArrayView("\x70", 1));
    const term::EncodeOptions options{!header, 0};
    term::encodeTo(out, written.tuple, options);
    if (written.payload.isValid())
        term::encodeTo(out, written.payload, options);
    else if (appendPayload)
        appendPayload(out, !header);
    const qsizetype size = out.size() - frame::LengthBytes;
    if (quint64(size) > std::numeric_limits<quint32>::max())
        return base::Failure{WriteError{Kind::TooLarge, {}}};
    qToBigEndian(quint32(size), out.data());
    return out;
}

} // namespace

SignalWriter::SignalWriter(Flags agreedFlags)
    : m_flags(agreedFlags)
{
}

SignalWriter::Outcome SignalWriter::frame(const ControlMessage &message) const
{
    const auto written = writeControl(message, m_flags, false);
    if (!written)
        return base::Failure{written.error()};
    return assemble(*written, m_flags, {});
}

SignalWriter::Outcome SignalWriter::frame(const ControlMessage &message, const Term &payload) const
{
    const auto written = writeControl(message, m_flags, true);
    if (!written)
        return base::Failure{written.error()};
    if (!payload.isValid())
        return base::Failure{WriteError{Kind::InvalidTerm, {}}};
    return assemble(*written, m_flags, [&payload](QByteArray &out, bool versionByte) {
        term::encodeTo(out, payload, {versionByte, 0});
    });
}

SignalWriter::Outcome SignalWriter::frameEncoded(const ControlMessage &message, QByteArrayView payload) const
{
    const auto written = writeControl(message, m_flags, true);
    if (!written)
        return base::Failure{written.error()};
    return assemble(*written, m_flags, [payload](QByteArray &out, bool versionByte) {
        if (versionByte)
            out.append(char(131));
        out.append(payload);
    });
}

} // namespace nodescope::protocol
