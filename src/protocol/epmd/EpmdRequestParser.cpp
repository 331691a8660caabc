#include "protocol/Bytes.h"
#include "protocol/epmd/EpmdCodes.h"
#include "protocol/epmd/EpmdParsers.h"

namespace nodescope::protocol::epmd {

namespace {
using Kind = EpmdError::Kind;
constexpr qsizetype LengthBytes = 2;
} // namespace

RequestParser::RequestParser(const Limits &limits)
    : m_limits(limits)
{
}

std::optional<RequestParser::Outcome> RequestParser::receive(QByteArrayView bytes)
{
    if (m_outcome)
        return m_outcome;
    const qsizetype room = LengthBytes + m_limits.epmdRequest - m_buffer.size();
    m_buffer.append(bytes.first(qMin(bytes.size(), qMax(room, qsizetype(0)))));
    if (m_buffer.size() < LengthBytes)
        return std::nullopt;
    const qsizetype length = ByteReader(m_buffer).u16();
    if (length == 0) {
        m_outcome = fail(Kind::EmptyRequest, 0);
    } else if (length > m_limits.epmdRequest) {
        m_outcome = fail(Kind::TooLong, 0);
    } else if (m_buffer.size() >= LengthBytes + length) {
        m_buffer.truncate(LengthBytes + length);
        m_outcome = parse();
    }
    return m_outcome;
}

RequestParser::Outcome RequestParser::parse() const
{
    const quint8 code = quint8(m_buffer[LengthBytes]);
    const qsizetype nameAt = LengthBytes + 1;
    switch (code) {
    case code::Alive:
        return parseAlive();
    case code::Port:
    case code::Stop: {
        const base::Result<QString, EpmdError> name = nameFrom(nameAt, m_buffer.size() - nameAt);
        if (!name)
            return base::Failure{name.error()};
        return code == code::Port ? Request(PortRequest{*name}) : Request(StopRequest{*name});
    }
    case code::Names:
        return Request(NamesRequest());
    case code::Dump:
        return Request(DumpRequest());
    case code::Kill:
        return Request(KillRequest());
    default:
        return fail(Kind::UnknownRequest, LengthBytes);
    }
}

RequestParser::Outcome RequestParser::parseAlive() const
{
    ByteReader reader(QByteArrayView(m_buffer).sliced(LengthBytes + 1));
    Registration node;
    node.port = reader.u16();
    node.type = reader.u8();
    node.protocol = reader.u8();
    node.highestVersion = reader.u16();
    node.lowestVersion = reader.u16();
    const qsizetype nameLength = reader.u16();
    const qsizetype nameAt = LengthBytes + 1 + reader.offset();
    (void)reader.take(nameLength);
    node.extra = reader.take(reader.u16()).toByteArray();
    if (!reader.ok())
        return fail(Kind::BadLength, LengthBytes + 1 + reader.offset());
    if (node.port == 0)
        return fail(Kind::BadPort, LengthBytes + 1);
    base::Result<QString, EpmdError> name = nameFrom(nameAt, nameLength);
    if (!name)
        return base::Failure{name.error()};
    node.name = std::move(name).value();
    return Request(AliveRequest{std::move(node)});
}

base::Result<QString, EpmdError> RequestParser::nameFrom(qsizetype offset, qsizetype length) const
{
    const QString name = QString::fromUtf8(QByteArrayView(m_buffer).sliced(offset, length));
    if (!isRegistrableName(name))
        return base::Failure{EpmdError{Kind::BadName, offset, evidenceOf(m_buffer)}};
    return name;
}

RequestParser::Outcome RequestParser::fail(EpmdError::Kind kind, qint64 offset) const
{
    return base::Failure{EpmdError{kind, offset, evidenceOf(m_buffer)}};
}

} // namespace nodescope::protocol::epmd
