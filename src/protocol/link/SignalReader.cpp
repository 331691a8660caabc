#include "protocol/link/SignalReader.h"

#include "protocol/Bytes.h"
#include "protocol/link/FrameForm.h"

namespace nodescope::protocol {

namespace {

using Kind = SignalError::Kind;

SignalError errorIn(QByteArrayView frame, Kind kind, qsizetype offset)
{
    SignalError error;
    error.kind = kind;
    error.offset = offset;
    error.evidence = evidenceOf(frame);
    error.size = frame.size();
    return error;
}

} // namespace

bool usesHeader(Flags agreedFlags)
{
    return agreedFlags.contains(Flag::DistHdrAtomCache) || agreedFlags.contains(Flag::Fragments);
}

SignalReader::SignalReader(Flags agreedFlags, const Limits &limits)
    : m_withHeader(usesHeader(agreedFlags))
    , m_limits(limits)
    , m_fragments(limits)
{
    m_termLimits.frameBytes = qMax(qsizetype(limits.frame), limits.fragmentedMessage);
}

SignalReader::Outcome SignalReader::read(QByteArray &&frame, base::Instant now)
{
    if (!m_withHeader) {
        if (!frame.startsWith(char(frame::PassThrough)))
            return errorIn(frame, Kind::WrongForm, 0);
        return readSignal(frame, 1, true, {});
    }
    static constexpr char NoAtoms[] = {char(frame::Version), char(frame::NormalHeader), 0};
    if (frame.startsWith(QByteArrayView(NoAtoms, sizeof NoAtoms))) // as most are without a cache
        return readSignal(frame, sizeof NoAtoms, false, {});
    auto start = readStart(frame);
    if (SignalError *error = std::get_if<SignalError>(&start))
        return std::move(*error);
    Start &begin = std::get<Start>(start);
    if (begin.kind == frame::NormalHeader)
        return readSignal(frame, begin.bodyAt, false, std::move(begin.header.atoms),
                          begin.header.unknownAtoms);
    return readFragment(std::move(frame), std::move(begin), now);
}

std::variant<SignalReader::Start, SignalError> SignalReader::readStart(QByteArrayView frame)
{
    ByteReader reader(frame);
    const quint8 version = reader.u8();
    Start start;
    start.kind = reader.u8();
    const bool known = start.kind >= frame::NormalHeader && start.kind <= frame::FurtherFragment;
    if (!reader.ok() || version != frame::Version || !known)
        return errorIn(frame, Kind::WrongForm, version == frame::Version ? 1 : 0);
    if (start.kind != frame::NormalHeader) {
        start.sequence = reader.u64();
        start.number = reader.u64();
        if (!reader.ok())
            return errorIn(frame, Kind::BadHeader, reader.offset());
    }
    start.bodyAt = reader.offset();
    if (start.kind == frame::FurtherFragment)
        return start;
    auto header = m_cache.read(frame.sliced(start.bodyAt));
    if (!header) {
        SignalError error = errorIn(frame, Kind::BadHeader, start.bodyAt + header.error().offset);
        error.headerError = header.error();
        return error;
    }
    start.header = std::move(header).value();
    start.bodyAt += start.header.size;
    return start;
}

SignalReader::Outcome SignalReader::readFragment(QByteArray &&frame, Start start, base::Instant now)
{
    const QByteArray evidence = evidenceOf(frame);
    const qsizetype size = frame.size();
    FragmentAssembler::Outcome outcome =
        start.kind == frame::FirstFragment
            ? m_fragments.begin(start.sequence, start.number, std::move(frame), std::move(start.header.atoms),
                                now, start.header.unknownAtoms, start.bodyAt)
            : m_fragments.append(start.sequence, start.number, QByteArrayView(frame).sliced(start.bodyAt),
                                 now);
    if (const auto *fault = std::get_if<FragmentAssembler::Fault>(&outcome)) {
        SignalError error = errorIn(evidence, Kind::BadFragment, 2);
        error.size = size;
        error.fragmentFault = *fault;
        return error;
    }
    if (auto *dropped = std::get_if<FragmentAssembler::Dropped>(&outcome))
        return SkippedSignal{dropped->size, std::move(dropped->head)};
    auto *complete = std::get_if<FragmentAssembler::Complete>(&outcome);
    if (!complete)
        return Nothing();
    Outcome read = readSignal(complete->bytes, complete->from, false, std::move(complete->atoms),
                              complete->unknownAtoms);
    if (Signal *signal = std::get_if<Signal>(&read))
        signal->fragments = complete->fragments;
    return read;
}

SignalReader::Outcome SignalReader::readOversized(const QByteArray &head, quint32 length, base::Instant now)
{
    const SkippedSignal skipped{length, evidenceOf(head)};
    if (!m_withHeader)
        return skipped;
    auto begun = readStart(head);
    if (SignalError *error = std::get_if<SignalError>(&begun))
        return std::move(*error);
    const Start &start = std::get<Start>(begun);
    if (start.kind == frame::NormalHeader)
        return skipped;
    return skipFragment(head, start, length, now);
}

// The other fragments of the message still come; all of them are dropped.
SignalReader::Outcome SignalReader::skipFragment(const QByteArray &head, const Start &start, quint32 length,
                                                 base::Instant now)
{
    if (start.kind == frame::FirstFragment) {
        if (start.number <= 1)
            return SkippedSignal{length, evidenceOf(head)};
        auto outcome = m_fragments.begin(start.sequence, start.number + 1, {}, {}, now);
        if (const auto *fault = std::get_if<FragmentAssembler::Fault>(&outcome)) {
            SignalError error = errorIn(head, Kind::BadFragment, 2);
            error.fragmentFault = *fault;
            return error;
        }
    }
    auto outcome = m_fragments.skip(start.sequence, start.number, length, now);
    if (const auto *fault = std::get_if<FragmentAssembler::Fault>(&outcome)) {
        SignalError error = errorIn(head, Kind::BadFragment, 2);
        error.fragmentFault = *fault;
        return error;
    }
    if (auto *dropped = std::get_if<FragmentAssembler::Dropped>(&outcome))
        return SkippedSignal{dropped->size, std::move(dropped->head)};
    return Nothing();
}

SignalReader::Damage SignalReader::readDamaged(const QByteArray &head, quint32 length, base::Instant now)
{
    Damage damage;
    if (!m_withHeader)
        return damage;
    auto begun = readStart(head);
    if (const Start *start = std::get_if<Start>(&begun)) {
        if (start->kind != frame::NormalHeader)
            damage.outcome = skipFragment(head, *start, length, now);
        return damage;
    }
    SignalError &error = std::get<SignalError>(begun);
    const bool cut =
        head.size() < 2 || (error.kind == Kind::BadHeader &&
                            (!error.headerError || error.headerError->kind == HeaderError::Kind::Truncated));
    if (!cut) {
        damage.outcome = std::move(error);
        return damage;
    }
    return loseHeader(head, length, now);
}

// The header is not whole. What it would have stored in the cache is unknown; and which message a fragment
// belongs to, unless its number came before the loss.
SignalReader::Damage SignalReader::loseHeader(const QByteArray &head, quint32 length, base::Instant now)
{
    ByteReader reader(head);
    (void)reader.u8();
    Damage damage;
    Start start;
    start.kind = reader.u8();
    const bool kindKnown = reader.ok();
    start.sequence = reader.u64();
    start.number = reader.u64();
    damage.atomsForgotten = !kindKnown || start.kind != frame::FurtherFragment;
    if (damage.atomsForgotten)
        m_cache.forget();
    if (kindKnown && start.kind == frame::NormalHeader)
        return damage;
    if (reader.ok())
        damage.outcome = skipFragment(head, start, length, now);
    else
        damage.messagesLost = m_fragments.forget();
    return damage;
}

// In its place from the beginning: a signal is large, and most of them are small messages.
SignalReader::Outcome SignalReader::readSignal(const QByteArray &bytes, qsizetype offset, bool versionByte,
                                               HeaderAtoms atoms, int unknownAtoms)
{
    Outcome outcome{std::in_place_type<Signal>};
    Signal &signal = std::get<Signal>(outcome);
    qsizetype size = 0;
    if (auto error = readControl(bytes, offset, versionByte, atoms, signal, size)) {
        outcome = std::move(*error);
        return outcome;
    }
    const qsizetype end = offset + size;
    if (hasPayload(signal.operation) && end >= bytes.size()) {
        outcome = errorIn(bytes, Kind::MissingPayload, end);
        return outcome;
    }
    signal.size = bytes.size();
    signal.unknownAtoms = unknownAtoms;
    std::shared_ptr<const HeaderAtoms> shared;
    if (!atoms.empty())
        shared = std::make_shared<const HeaderAtoms>(std::move(atoms));
    signal.controlBytes = Payload(bytes, offset, versionByte, shared);
    if (hasPayload(signal.operation))
        signal.payload = Payload(bytes, end, versionByte, std::move(shared));
    return outcome;
}

std::optional<SignalError> SignalReader::readControl(const QByteArray &bytes, qsizetype offset,
                                                     bool versionByte, const HeaderAtoms &atoms,
                                                     Signal &signal, qsizetype &size)
{
    if (auto quick = readQuickly(QByteArrayView(bytes).sliced(offset), versionByte, atoms, m_recent)) {
        signal.operation = quick->operation;
        signal.control = std::move(quick->message);
        size = quick->size;
        return std::nullopt;
    }
    auto decoded = term::decode(bytes, offset, {versionByte, atoms, m_termLimits});
    if (!decoded) {
        SignalError error = errorIn(bytes, Kind::UndecodableControl, decoded.error().offset);
        error.decodeError = decoded.error();
        return error;
    }
    auto control = decodeControl(decoded->term);
    if (!control) {
        SignalError error = errorIn(bytes, Kind::BadControl, offset);
        error.controlError = control.error();
        return error;
    }
    signal.operation = control->operation;
    signal.control = std::move(control).value().message;
    size = decoded->consumed;
    return std::nullopt;
}

} // namespace nodescope::protocol
