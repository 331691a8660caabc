#include "protocol/link/QuickControl.h"

#include <algorithm>
#include <cstring>

#include <QtEndian>

#include "term/Tags.h"

namespace nodescope::protocol {

namespace {

namespace Tag = term::Tag;

constexpr qsizetype ShortAtom = 255;

/// Writes into memory that was made beforehand; anything unusual makes it fail.
class QuickWriter
{
public:
    /// More than any of the messages takes.
    static constexpr qsizetype Room = 2048;

    QuickWriter(QByteArray &out, const term::EncodeOptions &options)
        : m_out(out)
        , m_references(options.references)
        , m_before(out.size())
    {
        out.resize(m_before + Room);
        m_at = out.data() + m_before;
        if (options.versionByte)
            byte(Tag::Version);
    }
    void begin(Operation operation, quint8 arity)
    {
        tuple(arity);
        integer(quint8(operation));
    }
    void tuple(quint8 arity)
    {
        byte(Tag::SmallTuple);
        byte(arity);
    }
    void integer(quint8 value)
    {
        byte(Tag::SmallInteger);
        byte(value);
    }
    void atom(const QString &text)
    {
        const qsizetype size = qMin(text.size(), ShortAtom);
        const QChar *from = text.constData(); // utf16() copies a literal
        char *to = m_at + 2;
        char16_t all = 0;
        for (qsizetype i = 0; i < size; ++i) {
            const char16_t unit = from[i].unicode();
            all |= unit;
            to[i] = char(unit);
        }
        m_ok = m_ok && all < 0x80 && text.size() <= ShortAtom;
        const int number = m_ok && m_references ? m_references->referTo({to, size}) : -1;
        if (number >= 0) {
            byte(Tag::AtomCacheReference);
            byte(quint8(number));
            return;
        }
        byte(Tag::SmallAtomUtf8);
        byte(quint8(size));
        m_at += size;
    }
    void pid(const term::Pid &pid)
    {
        byte(Tag::NewPid);
        atom(pid.node);
        word(pid.id);
        word(pid.serial);
        word(pid.creation);
    }
    void reference(const term::Reference &reference)
    {
        byte(Tag::NewerReference);
        const std::span<const quint32> words = reference.words();
        qToBigEndian(quint16(words.size()), m_at);
        m_at += 2;
        atom(reference.node());
        word(reference.creation());
        for (const quint32 value : words)
            word(value);
        m_ok = m_ok && !words.empty();
    }
    [[nodiscard]] bool done()
    {
        m_out.truncate(m_ok ? m_at - m_out.constData() : m_before);
        return m_ok;
    }

private:
    void byte(quint8 value) { *m_at++ = char(value); }
    void word(quint32 value)
    {
        qToBigEndian(value, m_at);
        m_at += sizeof value;
    }

    QByteArray &m_out;
    term::AtomReferences *m_references;
    const qsizetype m_before;
    char *m_at = nullptr;
    bool m_ok = true;
};

bool write(const control::RegSend &send, QuickWriter &writer)
{
    writer.begin(Operation::RegSend, 4);
    writer.pid(send.from);
    writer.atom({});
    writer.atom(send.to);
    return writer.done();
}

bool write(const control::Send &send, QuickWriter &writer)
{
    writer.begin(Operation::SendSender, 3);
    writer.pid(*send.from);
    writer.pid(send.to);
    return writer.done();
}

bool write(const control::AliasSend &send, QuickWriter &writer)
{
    writer.begin(Operation::AliasSend, 3);
    writer.pid(send.from);
    writer.reference(send.alias);
    return writer.done();
}

// The options are what remains of it.
bool write(const control::SpawnRequest &request, QuickWriter &writer)
{
    writer.begin(Operation::SpawnRequest, 6);
    writer.reference(request.request);
    writer.pid(request.from);
    writer.pid(request.groupLeader);
    writer.tuple(3);
    writer.atom(request.module);
    writer.atom(request.function);
    writer.integer(quint8(request.arity));
    return writer.done();
}

} // namespace

bool writeQuickly(const ControlMessage &message, Flags flags, const term::EncodeOptions &options,
                  QByteArray &out)
{
    if (const auto *send = std::get_if<control::RegSend>(&message)) {
        if (send->token.isValid())
            return false;
        QuickWriter writer(out, options);
        return write(*send, writer);
    }
    if (const auto *send = std::get_if<control::Send>(&message)) {
        if (!send->from || send->token.isValid() || !flags.contains(Flag::SendSender))
            return false;
        QuickWriter writer(out, options);
        return write(*send, writer);
    }
    if (const auto *send = std::get_if<control::AliasSend>(&message)) {
        if (send->token.isValid() || flags.contains(Flag::AltactSig) || !flags.contains(Flag::Alias))
            return false;
        QuickWriter writer(out, options);
        return write(*send, writer);
    }
    const auto *request = std::get_if<control::SpawnRequest>(&message);
    if (!request || request->token.isValid() || !request->options.isValid() || request->arity > 255 ||
        !flags.contains(Flag::Spawn))
        return false;
    {
        QuickWriter writer(out, options);
        if (!write(*request, writer))
            return false;
    }
    term::encodeTo(out, request->options, {false, 0, options.references});
    return true;
}

const QString *RecentAtoms::text(QByteArrayView utf8)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [utf8](const Entry &entry) {
        return entry.utf8.size() == utf8.size() &&
               std::memcmp(entry.utf8.constData(), utf8.data(), size_t(utf8.size())) == 0;
    });
    if (found != m_entries.end())
        return &found->text;
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return quint8(c) < 0x80; });
    if (!ascii || utf8.size() > ShortAtom)
        return nullptr;
    std::rotate(m_entries.begin(), m_entries.end() - 1, m_entries.end());
    m_entries.front() = {utf8.toByteArray(), QString::fromLatin1(utf8)};
    return &m_entries.front().text;
}

namespace {

/// Reads what is usual; anything else makes it fail for good.
class QuickReader
{
public:
    QuickReader(QByteArrayView bytes, const HeaderAtoms &atoms, RecentAtoms &recent)
        : m_begin(reinterpret_cast<const uchar *>(bytes.data()))
        , m_at(m_begin)
        , m_end(m_begin + bytes.size())
        , m_atoms(atoms)
        , m_recent(recent)
    {
    }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] qsizetype position() const { return m_at - m_begin; }
    [[nodiscard]] quint8 peek() const { return m_at < m_end ? *m_at : 0; }

    void expect(quint8 value) { m_ok = m_ok && byte() == value; }
    quint8 byte() { return has(1) ? *m_at++ : 0; }
    quint8 integer()
    {
        expect(Tag::SmallInteger);
        return byte();
    }
    QString atom()
    {
        const QByteArrayView utf8 = atomBytes();
        const QString *text = m_ok ? m_recent.text(utf8) : nullptr;
        m_ok = text;
        return text ? *text : QString();
    }
    /// Whatever it is.
    void skipAtom()
    {
        const QByteArrayView utf8 = atomBytes();
        m_ok = m_ok && std::all_of(utf8.begin(), utf8.end(), [](char c) { return quint8(c) < 0x80; });
    }
    term::Pid pid()
    {
        expect(Tag::NewPid);
        term::Pid pid;
        pid.node = atom();
        pid.id = word();
        pid.serial = word();
        pid.creation = word();
        return pid;
    }
    term::Reference reference()
    {
        expect(Tag::NewerReference);
        const std::size_t count = std::size_t(byte()) << 8 | byte();
        QString node = atom();
        const quint32 creation = word();
        std::array<quint32, term::MaxReferenceWords> words{};
        m_ok = m_ok && count > 0 && count <= words.size();
        for (std::size_t i = 0; m_ok && i < count; ++i)
            words[i] = word();
        return m_ok ? term::Reference(std::move(node), creation, std::span(words).first(count))
                    : term::Reference();
    }
    control::Process process()
    {
        if (peek() == Tag::NewPid)
            return pid();
        return atom();
    }

private:
    bool has(qsizetype bytes)
    {
        m_ok = m_ok && bytes <= m_end - m_at;
        return m_ok;
    }
    quint32 word()
    {
        if (!has(4))
            return 0;
        m_at += 4;
        return qFromBigEndian<quint32>(m_at - 4);
    }
    QByteArrayView atomBytes()
    {
        const quint8 tag = byte();
        const quint8 size = byte();
        if (tag == Tag::AtomCacheReference) {
            m_ok = m_ok && size < m_atoms.size();
            return m_ok ? QByteArrayView(m_atoms[size]) : QByteArrayView();
        }
        m_ok = m_ok && tag == Tag::SmallAtomUtf8;
        if (!has(size))
            return {};
        m_at += size;
        return {m_at - size, size};
    }

    const uchar *m_begin;
    const uchar *m_at;
    const uchar *m_end;
    const HeaderAtoms &m_atoms;
    RecentAtoms &m_recent;
    bool m_ok = true;
};

/// Sets the message where it is to stand. Whether it is one of ours; the reader knows whether it is right.
bool readMessage(Operation operation, quint8 arity, QuickReader &in, ControlMessage &message)
{
    switch (operation) {
    case Operation::Send: {
        auto &send = message.emplace<control::Send>();
        in.skipAtom();
        send.to = in.pid();
        return arity == 3;
    }
    case Operation::SendSender: {
        auto &send = message.emplace<control::Send>();
        send.from = in.pid();
        send.to = in.pid();
        return arity == 3;
    }
    case Operation::RegSend: {
        auto &send = message.emplace<control::RegSend>();
        send.from = in.pid();
        in.skipAtom();
        send.to = in.atom();
        return arity == 4;
    }
    case Operation::AliasSend: {
        auto &send = message.emplace<control::AliasSend>();
        send.from = in.pid();
        send.alias = in.reference();
        return arity == 3;
    }
    case Operation::SpawnReply: {
        auto &reply = message.emplace<control::SpawnReply>();
        reply.request = in.reference();
        reply.to = in.pid();
        reply.flags = in.integer();
        reply.result = in.process();
        return arity == 5;
    }
    case Operation::PayloadMonitorPExit: {
        auto &exit = message.emplace<control::MonitorExit>();
        exit.from = in.process();
        exit.to = in.pid();
        exit.reference = in.reference();
        return arity == 4;
    }
    default:
        return false;
    }
}

} // namespace

std::optional<QuickControl> readQuickly(QByteArrayView bytes, bool versionByte, const HeaderAtoms &atoms,
                                        RecentAtoms &recent)
{
    std::optional<QuickControl> control(std::in_place);
    QuickReader in(bytes, atoms, recent);
    if (versionByte)
        in.expect(Tag::Version);
    in.expect(Tag::SmallTuple);
    const quint8 arity = in.byte();
    control->operation = Operation(in.integer());
    if (in.ok() && readMessage(control->operation, arity, in, control->message) && in.ok())
        control->size = in.position();
    else
        control.reset();
    return control;
}

} // namespace nodescope::protocol
