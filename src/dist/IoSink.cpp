#include "dist/IoSink.h"

#include "dist/IoFormat.h"
#include "term/Printer.h"

namespace nodescope::dist {

using term::Term;

namespace {

/// Requests in one `{requests, List}`; each could bring another list.
constexpr int MaxRequests = 10'000;

/// Text, Latin-1 where the request says so.
QString plainText(const Term &chars, bool latin1)
{
    if (latin1) {
        if (const auto bytes = chars.toIoData())
            return QString::fromLatin1(*bytes);
    }
    if (const auto text = chars.toText())
        return *text;
    return term::toErlang(chars, MaxFormattedText); // not what may be sent, and shown all the same
}

/// What a call in `put_chars` would give. We run no code of others; `io` sends calls of two functions only.
QString calledText(const Term &module, const Term &function, const Term &arguments)
{
    const bool formats =
        module.isAtom(QLatin1String("io_lib")) && arguments.size() == 2 &&
        (function.isAtom(QLatin1String("format")) || function.isAtom(QLatin1String("fwrite")));
    if (formats)
        return formatIo(arguments.at(0), arguments.at(1));
    if (module.isAtom(QLatin1String("io_lib")) && function.isAtom(QLatin1String("write")))
        return term::toErlang(arguments.at(0), MaxFormattedText);
    return module.atomText() + u':' + function.atomText() + u' ' +
           term::toErlang(arguments, MaxFormattedText);
}

/// `{put_chars, Chars}`, `{put_chars, Encoding, Chars}`, and either with `Module, Function, Arguments`.
std::optional<QString> textOf(const Term &request)
{
    switch (request.size()) {
    case 2:
        return plainText(request.at(1), true);
    case 3:
        return plainText(request.at(2), request.at(1).isAtom(QLatin1String("latin1")));
    case 4:
    case 5: {
        const qsizetype at = request.size() - 3;
        return calledText(request.at(at), request.at(at + 1), request.at(at + 2));
    }
    default:
        return std::nullopt;
    }
}

Term error(QLatin1String why)
{
    return Term::tuple({Term::atom(u"error"), Term::atom(why)});
}

} // namespace

IoSink::IoSink(LocalProcess &process, QObject *parent)
    : QObject(parent)
    , m_process(process)
{
    connect(
        &process, &LocalProcess::message, this,
        [this](const Term &message, const term::Pid &, const base::NodeName &peer) { take(message, peer); });
}

void IoSink::take(const Term &message, const base::NodeName &peer)
{
    if (!message.isTuple(4) || !message.at(0).isAtom(QLatin1String("io_request")))
        return;
    const auto from = message.at(1).toPid();
    if (!from)
        return;
    const Term reply = answerAll(message.at(3), peer);
    m_process.send(*from, Term::tuple({Term::atom(u"io_reply"), message.at(2), reply}));
}

// A list of requests is carried out until one fails; its answer is the last one's.
Term IoSink::answerAll(const Term &request, const base::NodeName &peer)
{
    std::vector<Term> waiting{request};
    Term reply = Term::atom(u"ok");
    for (int count = 0; !waiting.empty() && count < MaxRequests; ++count) {
        const Term next = waiting.back();
        waiting.pop_back();
        if (!next.isTuple(2) || !next.at(0).isAtom(QLatin1String("requests"))) {
            reply = answer(next, peer);
            if (reply.at(0).isAtom(QLatin1String("error")))
                return reply;
            continue;
        }
        const auto parts = next.at(1).toList().value_or(QList<Term>());
        waiting.insert(waiting.end(), parts.rbegin(), parts.rend());
    }
    return waiting.empty() ? reply : error(QLatin1String("request"));
}

Term IoSink::answer(const Term &request, const base::NodeName &peer)
{
    const QString what = request.isTuple() ? request.at(0).atomText() : request.atomText();
    if (what == QLatin1String("put_chars")) {
        const auto text = textOf(request);
        if (!text)
            return error(QLatin1String("request"));
        Q_EMIT output(peer, *text);
        return Term::atom(u"ok");
    }
    if (what == QLatin1String("get_geometry") || what == QLatin1String("setopts") ||
        what == QLatin1String("getopts"))
        return error(QLatin1String("enotsup"));
    if (what.startsWith(QLatin1String("get_")))
        return Term::atom(u"eof");
    return error(QLatin1String("request"));
}

} // namespace nodescope::dist
