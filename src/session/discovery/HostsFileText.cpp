#include "session/discovery/HostsFileText.h"

#include "term/Parser.h"

namespace nodescope::session {

namespace {

constexpr qsizetype MaxHost = 253;

bool isHost(const QString &text)
{
    return text.size() <= MaxHost && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.isSpace() || !c.isPrint() || c == u'@' || c == u'/';
           });
}

} // namespace

base::Result<QStringList, HostsFileError> readHostsFile(const QByteArray &bytes)
{
    using Code = term::ParseError::Code;
    if (bytes.size() > MaxHostsFileBytes)
        return base::Failure{HostsFileError{1, QStringLiteral("too_large")}};
    const QString text = QString::fromUtf8(bytes);
    QStringList hosts;
    term::ParseOptions options;
    options.limits.values = 4096;
    QStringView rest(text);
    const auto failure = [&](qsizetype offset, const QString &what) {
        const QStringView before = QStringView(text).first(text.size() - rest.size() + offset);
        return base::Failure{HostsFileError{int(before.count(u'\n')) + 1, what}};
    };
    while (true) {
        auto parsed = term::parse(rest, options);
        qsizetype taken = rest.size();
        if (!parsed.ok() && parsed.error().code == Code::TrailingText && parsed.error().offset > 0) {
            // One term, and the next behind it: read what stands before.
            taken = parsed.error().offset;
            parsed = term::parse(rest.first(taken), options);
        }
        if (!parsed.ok() && parsed.error().code == Code::Empty)
            return hosts;
        if (!parsed.ok())
            return failure(parsed.error().offset, QString(term::codeName(parsed.error().code)));
        const QString host = parsed->isAtom() ? parsed->atomText() : parsed->toText().value_or(QString());
        if (!(parsed->isAtom() || parsed->isList()) || !isHost(host))
            return failure(0, QStringLiteral("not_a_host"));
        if (!host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
        if (hosts.size() > MaxHostsOfFile)
            return failure(0, QStringLiteral("too_many"));
        if (taken == rest.size())
            return hosts;
        rest = rest.sliced(taken);
    }
}

} // namespace nodescope::session
