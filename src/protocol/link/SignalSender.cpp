#include "protocol/link/SignalSender.h"

#include <cstring>
#include <limits>

#include <QtEndian>

#include "protocol/Bytes.h"
#include "protocol/link/FrameForm.h"
#include "protocol/link/QuickControl.h"
#include "protocol/link/SignalReader.h"
#include "term/Encoder.h"

namespace nodescope::protocol {

namespace {

// Beyond control message and payload: length, 131, kind, sequence and number, and the longest header.
constexpr qsizetype FrameOverhead = 512 * 1024;

// A length that is filled in when the frame is complete.
class FrameIn
{
public:
    explicit FrameIn(QByteArray &out)
        : m_out(out)
        , m_at(out.size())
    {
        out.append(frame::LengthBytes, '\0');
    }
    ~FrameIn() { qToBigEndian(quint32(m_out.size() - m_at - frame::LengthBytes), m_out.data() + m_at); }
    Q_DISABLE_COPY_MOVE(FrameIn)

private:
    QByteArray &m_out;
    qsizetype m_at;
};

// All bytes from one place on to another. Not remove(): that would leave a gap in front of what is sent again
// and again from the same memory.
void moveRest(QByteArray &out, qsizetype from, qsizetype to)
{
    const qsizetype size = out.size() - from;
    if (to > from)
        out.resize(to + size);
    std::memmove(out.data() + to, out.constData() + from, std::size_t(size));
    out.truncate(to + size);
}

// Whose order counts: the process that a signal comes from. A number that tells our own apart.
struct SenderOf
{
    using Sender = std::optional<quint64>;

    static Sender numberOf(const term::Pid &pid) { return quint64(pid.serial) << 32 | pid.id; }
    static Sender numberOf(const control::Process &process)
    {
        const auto *pid = std::get_if<term::Pid>(&process);
        return pid ? numberOf(*pid) : std::nullopt;
    }
    Sender operator()(const control::NodeLink &) const { return std::nullopt; }
    Sender operator()(const control::Send &m) const { return m.from ? numberOf(*m.from) : std::nullopt; }
    // Comes from the node, not from a process.
    Sender operator()(const control::SpawnReply &m) const
    {
        const auto *pid = std::get_if<term::Pid>(&m.result);
        return pid ? numberOf(*pid) : std::nullopt;
    }
    template<class Message>
    Sender operator()(const Message &m) const
    {
        return numberOf(m.from);
    }
};

} // namespace

SignalSender::SignalSender(Flags agreedFlags, const SendOptions &options)
    : m_flags(agreedFlags)
    , m_options(options)
    , m_withHeader(usesHeader(agreedFlags))
    , m_withCache(agreedFlags.contains(Flag::DistHdrAtomCache))
    , m_withFragments(agreedFlags.contains(Flag::Fragments) && options.fragment > 0)
    , m_headSize(headSize())
{
}

std::optional<WriteError> SignalSender::send(const ControlMessage &message, const term::Term &payload,
                                             QByteArray &out)
{
    const auto sender = std::visit(SenderOf(), message);
    Message *before = m_open.empty() ? nullptr : messageOf(sender);
    if (!before)
        return sendInPlace(message, payload, sender, out);
    // A header goes out in the order of its making, so a signal that must wait spells its atoms.
    Body body;
    if (const auto error = encode(message, payload, nullptr, body.bytes, body.controlSize))
        return error;
    m_waitingBytes += body.bytes.size();
    before->behind.push_back(std::move(body));
    return std::nullopt;
}

// The common case: encoded where it leaves, behind room for a header as long as the last one's. Messages come
// in rows that name the same atoms.
std::optional<WriteError> SignalSender::sendInPlace(const ControlMessage &message, const term::Term &payload,
                                                    std::optional<quint64> sender, QByteArray &out)
{
    const qsizetype start = out.size();
    const qsizetype bodyAt = start + m_headSize;
    Body body;
    out.resize(bodyAt);
    if (m_withCache)
        m_atoms.begin();
    if (const auto error =
            encode(message, payload, m_withCache ? &m_atoms : nullptr, out, body.controlSize)) {
        out.truncate(start);
        if (m_withCache)
            m_atoms.forget();
        return error;
    }
    if (isLong(out.size() - bodyAt - body.controlSize)) {
        body.bytes = out.sliced(bodyAt);
        out.truncate(start);
        write(std::move(body), sender, m_withCache, out);
        return std::nullopt;
    }
    if (const qsizetype size = headSize(); size != m_headSize) {
        moveRest(out, bodyAt, start + size);
        m_headSize = size;
    }
    writeHead(out.data() + start, out.size() - start);
    return std::nullopt;
}

qsizetype SignalSender::headSize() const
{
    if (!m_withHeader)
        return frame::LengthBytes + 1;
    return frame::LengthBytes + 2 + (m_withCache ? m_atoms.headerSize() : 1);
}

void SignalSender::writeHead(char *to, qsizetype frameSize)
{
    ++m_frames;
    qToBigEndian(quint32(frameSize - frame::LengthBytes), to);
    to += frame::LengthBytes;
    if (!m_withHeader) {
        *to = char(frame::PassThrough);
        return;
    }
    *to++ = char(frame::Version);
    *to++ = char(frame::NormalHeader);
    if (m_withCache)
        m_atoms.writeHeader(to);
    else
        *to = '\0'; // no references
}

bool SignalSender::isLong(qsizetype payloadSize) const
{
    // A fragment of a few bytes would cost more than it saves.
    const qsizetype most = m_options.fragment + m_options.fragment / 8;
    return m_withFragments && payloadSize > most && m_open.size() < m_options.openMessages;
}

// Control message and payload, behind what `out` holds.
std::optional<WriteError> SignalSender::encode(const ControlMessage &message, const term::Term &payload,
                                               term::AtomReferences *references, QByteArray &out,
                                               qsizetype &controlSize) const
{
    const qsizetype start = out.size();
    const term::EncodeOptions options{!m_withHeader, 0, references};
    if (payload.isValid() && writeQuickly(message, m_flags, options, out)) {
        controlSize = out.size() - start;
        term::encodeTo(out, payload, options);
    } else {
        const auto written = writeControl(message, m_flags, payload.isValid());
        if (!written)
            return written.error();
        term::encodeTo(out, written->tuple, options);
        controlSize = out.size() - start;
        term::encodeTo(out, payload.isValid() ? payload : written->payload, options);
    }
    if (quint64(out.size() - start) > std::numeric_limits<quint32>::max() - quint64(FrameOverhead))
        return WriteError{WriteError::Kind::TooLarge, {}};
    return std::nullopt;
}

void SignalSender::write(Body body, std::optional<quint64> sender, bool withAtoms, QByteArray &out)
{
    if (!isLong(body.bytes.size() - body.controlSize)) {
        writeWhole(body, withAtoms, out);
        return;
    }
    Message message;
    message.sequence = ++m_lastSequence;
    const qsizetype payloadSize = body.bytes.size() - body.controlSize;
    message.left = quint64((payloadSize + m_options.fragment - 1) / m_options.fragment);
    message.bytes = std::move(body.bytes);
    message.sender = sender;
    writeFirst(message, body.controlSize, withAtoms, out);
    m_waitingBytes += message.bytes.size() - message.at;
    m_open.push_back(std::move(message));
}

void SignalSender::appendAtoms(bool withAtoms, QByteArray &out) const
{
    if (withAtoms)
        m_atoms.appendHeader(out);
    else
        out.append('\0'); // no references
}

void SignalSender::writeWhole(const Body &body, bool withAtoms, QByteArray &out)
{
    const FrameIn frame(out);
    ++m_frames;
    if (m_withHeader) {
        out.append(char(frame::Version)).append(char(frame::NormalHeader));
        appendAtoms(withAtoms, out);
    } else {
        out.append(char(frame::PassThrough));
    }
    out.append(body.bytes);
}

void SignalSender::writeFirst(Message &message, qsizetype controlSize, bool withAtoms, QByteArray &out)
{
    const FrameIn frame(out);
    ++m_frames;
    out.append(char(frame::Version)).append(char(frame::FirstFragment));
    appendBigEndian(out, message.sequence);
    appendBigEndian(out, message.left--);
    appendAtoms(withAtoms, out);
    message.at = controlSize + m_options.fragment;
    out.append(QByteArrayView(message.bytes).first(message.at));
}

void SignalSender::writeNext(Message &message, QByteArray &out)
{
    const FrameIn frame(out);
    ++m_frames;
    out.append(char(frame::Version)).append(char(frame::FurtherFragment));
    appendBigEndian(out, message.sequence);
    appendBigEndian(out, message.left--);
    const qsizetype size = qMin(m_options.fragment, message.bytes.size() - message.at);
    out.append(QByteArrayView(message.bytes).sliced(message.at, size));
    message.at += size;
    m_waitingBytes -= size;
}

void SignalSender::more(QByteArray &out, qsizetype budget)
{
    while (!m_open.empty() && out.size() < budget) {
        writeNext(m_open.front(), out);
        if (m_open.front().left == 0) {
            finishFront(out);
        } else {
            m_open.push_back(std::move(m_open.front()));
            m_open.pop_front();
        }
    }
}

// The signals that waited leave, until one of them is long itself.
void SignalSender::finishFront(QByteArray &out)
{
    Message done = std::move(m_open.front());
    m_open.pop_front();
    while (!done.behind.empty()) {
        Body body = std::move(done.behind.front());
        done.behind.pop_front();
        m_waitingBytes -= body.bytes.size();
        write(std::move(body), done.sender, false, out);
        if (Message *next = messageOf(done.sender)) {
            next->behind = std::move(done.behind);
            return;
        }
    }
}

SignalSender::Message *SignalSender::messageOf(std::optional<quint64> sender)
{
    for (Message &message : m_open) {
        if (message.sender == sender)
            return &message;
    }
    return nullptr;
}

} // namespace nodescope::protocol
