#include "protocol/Bytes.h"
#include "protocol/epmd/EpmdCodes.h"
#include "protocol/epmd/EpmdParsers.h"

namespace nodescope::protocol::epmd {

namespace {

using Kind = EpmdError::Kind;

constexpr qsizetype EpmdPortBytes = 4; // before the lines of NAMES and DUMP

std::optional<quint16> portFrom(QByteArrayView digits)
{
    bool ok = false;
    const uint port = digits.trimmed().toByteArray().toUInt(&ok);
    if (!ok || port == 0 || port > 0xffff)
        return std::nullopt;
    return quint16(port);
}

// `name alice at port 40001`. A name may hold spaces, so the last " at port " counts.
std::optional<NamePort> nameLine(QByteArrayView line)
{
    const QByteArrayView prefix("name ");
    const QByteArrayView middle(" at port ");
    const qsizetype at = line.lastIndexOf(middle);
    if (!line.startsWith(prefix) || at <= prefix.size())
        return std::nullopt;
    const std::optional<quint16> port = portFrom(line.sliced(at + middle.size()));
    QString name = QString::fromUtf8(line.sliced(prefix.size(), at - prefix.size()));
    if (!port || !isRegistrableName(name))
        return std::nullopt;
    return NamePort{std::move(name), *port};
}

// `active name     <alice> at port 40001, fd = 6` or `old/unused name <alice>, port = 40001, fd = 6 `
std::optional<DumpLine> dumpLine(QByteArrayView line)
{
    const bool active = line.startsWith(QByteArrayView("active name"));
    const QByteArrayView portMark(active ? "> at port " : ">, port = ");
    const QByteArrayView descriptorMark(", fd = ");
    const qsizetype open = line.indexOf('<');
    const qsizetype port = line.lastIndexOf(portMark);
    const qsizetype descriptor = line.lastIndexOf(descriptorMark);
    if (open < 0 || port <= open + 1 || descriptor < port + portMark.size())
        return std::nullopt;
    const qsizetype portStart = port + portMark.size();
    const std::optional<quint16> number = portFrom(line.sliced(portStart, descriptor - portStart));
    bool ok = false;
    const int fd = line.sliced(descriptor + descriptorMark.size()).trimmed().toByteArray().toInt(&ok);
    QString name = QString::fromUtf8(line.sliced(open + 1, port - open - 1));
    if (!number || !ok || !isRegistrableName(name))
        return std::nullopt;
    return DumpLine{std::move(name), *number, fd, active};
}

// Calls `take` with every line that holds anything; the zero bytes of DUMP count as line ends.
template<class Take>
void forEachLine(QByteArrayView text, Take take)
{
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != '\n' && text[i] != '\0')
            continue;
        if (i > start)
            take(text.sliced(start, i - start));
        start = i + 1;
    }
}

} // namespace

ReplyParser::ReplyParser(RequestKind request, const Limits &limits)
    : m_request(request)
    , m_limits(limits)
{
}

std::optional<ReplyParser::Outcome> ReplyParser::receive(QByteArrayView bytes)
{
    if (m_outcome)
        return m_outcome;
    m_received += bytes.size();
    const qsizetype room = m_limits.epmdReply - m_buffer.size();
    m_buffer.append(bytes.first(qMin(bytes.size(), room)));
    m_outcome = parse();
    if (!m_outcome && bytes.size() > room)
        m_outcome = fail(Kind::TooLong, m_limits.epmdReply);
    return m_outcome;
}

ReplyParser::Outcome ReplyParser::peerClosed()
{
    if (m_outcome)
        return *m_outcome;
    const qsizetype size = m_buffer.size();
    if (size == 0)
        m_outcome = fail(Kind::ClosedWithoutReply, 0);
    else if (!endsOnClose() || size < EpmdPortBytes)
        m_outcome = fail(Kind::ClosedEarly, size);
    else
        m_outcome = m_request == RequestKind::Names ? parseNames() : parseDump();
    return *m_outcome;
}

bool ReplyParser::endsOnClose() const
{
    return m_request == RequestKind::Names || m_request == RequestKind::Dump;
}

std::optional<ReplyParser::Outcome> ReplyParser::parse()
{
    switch (m_request) {
    case RequestKind::Alive:
        return parseAlive();
    case RequestKind::Port:
        return parsePort();
    case RequestKind::Kill:
        return parseWord("OK", "NO");
    case RequestKind::Stop:
        return parseWord("STOPPED", "NOEXIST");
    case RequestKind::Names:
    case RequestKind::Dump:
        break;
    }
    qint64 offset = 0;
    if (const std::optional<Kind> broken = checkLines(&offset))
        return fail(*broken, offset);
    return std::nullopt;
}

std::optional<ReplyParser::Outcome> ReplyParser::parseAlive()
{
    ByteReader reader(m_buffer);
    const quint8 code = reader.u8();
    if (!reader.ok())
        return std::nullopt;
    if (code != code::AliveReply && code != code::AliveWideReply)
        return fail(Kind::UnexpectedReply, 0);
    AliveReply reply;
    reply.wide = code == code::AliveWideReply;
    reply.result = reader.u8();
    reply.creation = reply.wide ? reader.u32() : reader.u16();
    if (!reader.ok())
        return std::nullopt;
    return Outcome(Reply(reply));
}

std::optional<ReplyParser::Outcome> ReplyParser::parsePort()
{
    ByteReader reader(m_buffer);
    const quint8 code = reader.u8();
    if (!reader.ok())
        return std::nullopt;
    if (code != code::PortReply)
        return fail(Kind::UnexpectedReply, 0);
    PortReply reply;
    reply.result = reader.u8();
    if (!reader.ok())
        return std::nullopt;
    if (!reply.found())
        return Outcome(Reply(reply));
    Registration &node = reply.registration;
    node.port = reader.u16();
    node.type = reader.u8();
    node.protocol = reader.u8();
    node.highestVersion = reader.u16();
    node.lowestVersion = reader.u16();
    const qsizetype nameAt = reader.offset() + 2;
    node.name = QString::fromUtf8(reader.take(reader.u16()));
    node.extra = reader.take(reader.u16()).toByteArray();
    if (!reader.ok())
        return std::nullopt;
    if (node.port == 0)
        return fail(Kind::BadPort, 2);
    if (!isRegistrableName(node.name))
        return fail(Kind::BadName, nameAt);
    return Outcome(Reply(reply));
}

std::optional<ReplyParser::Outcome> ReplyParser::parseWord(QByteArrayView yes, QByteArrayView no)
{
    const auto agrees = [this](QByteArrayView word) {
        return word.first(qMin(word.size(), m_buffer.size())) ==
               m_buffer.first(qMin(word.size(), m_buffer.size()));
    };
    for (const QByteArrayView word : {yes, no}) {
        if (m_buffer.size() < word.size() || !agrees(word))
            continue;
        const bool said = word == yes;
        return Outcome(m_request == RequestKind::Kill ? Reply(KillReply{said}) : Reply(StopReply{said}));
    }
    if (!agrees(yes) && !agrees(no))
        return fail(Kind::UnexpectedReply, 0);
    return std::nullopt;
}

// Counts lines as they come, so that an endless reply is stopped before it is parsed.
std::optional<EpmdError::Kind> ReplyParser::checkLines(qint64 *offset)
{
    m_scanned = qMax(m_scanned, EpmdPortBytes);
    m_lineStart = qMax(m_lineStart, EpmdPortBytes);
    for (; m_scanned < m_buffer.size(); ++m_scanned) {
        *offset = m_scanned;
        if (m_buffer[m_scanned] == '\n') {
            m_lineStart = m_scanned + 1;
            if (++m_lines > m_limits.epmdNames)
                return Kind::TooManyNames;
        } else if (m_scanned - m_lineStart >= m_limits.epmdLine) {
            return Kind::LineTooLong;
        }
    }
    return std::nullopt;
}

ReplyParser::Outcome ReplyParser::parseNames() const
{
    NamesReply reply;
    reply.epmdPort = ByteReader(m_buffer).u32();
    forEachLine(QByteArrayView(m_buffer).sliced(EpmdPortBytes), [&reply](QByteArrayView line) {
        if (std::optional<NamePort> name = nameLine(line))
            reply.names.push_back(*std::move(name));
        else
            ++reply.unreadableLines;
    });
    return Outcome(Reply(std::move(reply)));
}

ReplyParser::Outcome ReplyParser::parseDump() const
{
    DumpReply reply;
    reply.epmdPort = ByteReader(m_buffer).u32();
    forEachLine(QByteArrayView(m_buffer).sliced(EpmdPortBytes), [&reply](QByteArrayView line) {
        if (std::optional<DumpLine> entry = dumpLine(line))
            reply.lines.push_back(*std::move(entry));
        else
            ++reply.unreadableLines;
    });
    return Outcome(Reply(std::move(reply)));
}

ReplyParser::Outcome ReplyParser::fail(EpmdError::Kind kind, qint64 offset)
{
    EpmdError error{kind, offset, evidenceOf(m_buffer)};
    m_buffer.clear();
    return base::Failure{std::move(error)};
}

} // namespace nodescope::protocol::epmd
