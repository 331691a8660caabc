#include "protocol/epmd/EpmdMessages.h"

#include <algorithm>

#include "protocol/Bytes.h"
#include "protocol/epmd/EpmdCodes.h"

namespace nodescope::protocol::epmd {

namespace {

QByteArray framed(const QByteArray &body)
{
    QByteArray out;
    appendBigEndian(out, quint16(body.size()));
    return out + body;
}

void appendCounted(QByteArray &out, QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= 0xffff);
    appendBigEndian(out, quint16(bytes.size()));
    out.append(bytes);
}

// The fields that ALIVE2 and PORT2_RESP have in common.
void appendRegistration(QByteArray &out, const Registration &node)
{
    appendBigEndian(out, node.port);
    out.append(char(node.type));
    out.append(char(node.protocol));
    appendBigEndian(out, node.highestVersion);
    appendBigEndian(out, node.lowestVersion);
    appendCounted(out, node.name.toUtf8());
    appendCounted(out, node.extra);
}

struct RequestEncoder
{
    QByteArray operator()(const AliveRequest &request) const
    {
        QByteArray body(1, char(code::Alive));
        appendRegistration(body, request.registration);
        return framed(body);
    }
    QByteArray operator()(const PortRequest &request) const { return named(code::Port, request.name); }
    QByteArray operator()(const NamesRequest &) const { return named(code::Names, {}); }
    QByteArray operator()(const DumpRequest &) const { return named(code::Dump, {}); }
    QByteArray operator()(const KillRequest &) const { return named(code::Kill, {}); }
    QByteArray operator()(const StopRequest &request) const { return named(code::Stop, request.name); }

private:
    static QByteArray named(quint8 code, const QString &name)
    {
        return framed(QByteArray(1, char(code)) + name.toUtf8());
    }
};

struct ReplyEncoder
{
    QByteArray operator()(const AliveReply &reply) const
    {
        QByteArray out(1, char(reply.wide ? code::AliveWideReply : code::AliveReply));
        out.append(char(reply.result));
        if (reply.wide)
            appendBigEndian(out, reply.creation);
        else
            appendBigEndian(out, quint16(reply.creation));
        return out;
    }
    QByteArray operator()(const PortReply &reply) const
    {
        QByteArray out(1, char(code::PortReply));
        out.append(char(reply.result));
        if (reply.found())
            appendRegistration(out, reply.registration);
        return out;
    }
    QByteArray operator()(const NamesReply &reply) const
    {
        QByteArray out = head(reply.epmdPort);
        for (const NamePort &line : reply.names)
            out += "name " + line.name.toUtf8() + " at port " + QByteArray::number(line.port) + '\n';
        return out;
    }
    QByteArray operator()(const DumpReply &reply) const
    {
        QByteArray out = head(reply.epmdPort);
        for (const DumpLine &line : reply.lines) {
            // The two kinds of line differ in more than the first word (seen).
            out += (line.active ? "active name     <" : "old/unused name <") + line.name.toUtf8() +
                   (line.active ? "> at port " : ">, port = ") + QByteArray::number(line.port) +
                   ", fd = " + QByteArray::number(line.descriptor) + (line.active ? "\n" : " \n");
            out.append('\0');
        }
        return out;
    }
    QByteArray operator()(const KillReply &reply) const { return reply.accepted ? "OK" : "NO"; }
    QByteArray operator()(const StopReply &reply) const { return reply.stopped ? "STOPPED" : "NOEXIST"; }

private:
    static QByteArray head(quint32 epmdPort)
    {
        QByteArray out;
        appendBigEndian(out, epmdPort);
        return out;
    }
};

} // namespace

RequestKind kindOf(const Request &request)
{
    static_assert(std::variant_size_v<Request> == std::size_t(RequestKind::Stop) + 1);
    return RequestKind(request.index());
}

QByteArray encode(const Request &request)
{
    return std::visit(RequestEncoder(), request);
}

QByteArray encode(const Reply &reply)
{
    return std::visit(ReplyEncoder(), reply);
}

bool isRegistrableName(QStringView name)
{
    const qsizetype bytes = name.toUtf8().size();
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    return bytes >= 1 && bytes <= MaxNameBytes && std::none_of(name.begin(), name.end(), isControl);
}

} // namespace nodescope::protocol::epmd
