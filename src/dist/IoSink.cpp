#include "dist/IoSink.h"

namespace nodescope::dist {

using term::Term;

namespace {

/// The text of a `put_chars`, as far as it can be known without running code: for a call of
/// `io_lib:format` it is the format itself.
QString textOf(const Term &request)
{
    const Term last = request.at(request.size() - 1);
    if (request.size() <= 3)
        return last.toText().value_or(QString());
    return last.at(0).toText().value_or(QString());
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
    const Term reply = answer(message.at(3), peer);
    m_process.send(*from, Term::tuple({Term::atom(u"io_reply"), message.at(2), reply}));
}

Term IoSink::answer(const Term &request, const base::NodeName &peer)
{
    const QString what = request.at(0).atomText();
    if (what == QLatin1String("put_chars")) {
        Q_EMIT output(peer, textOf(request));
        return Term::atom(u"ok");
    }
    if (what == QLatin1String("requests")) {
        for (const Term &part : request.at(1).elements()) {
            if (part.at(0).isAtom(QLatin1String("put_chars")))
                Q_EMIT output(peer, textOf(part));
        }
        return Term::atom(u"ok");
    }
    if (what.startsWith(QLatin1String("get_")) && what != QLatin1String("get_geometry"))
        return Term::atom(u"eof");
    return Term::tuple({Term::atom(u"error"), Term::atom(u"enotsup")});
}

} // namespace nodescope::dist
