#include "doctor/settings/Probes.h"

#include "doctor/settings/Forms.h"

namespace nodescope::doctor::probes {

using term::Term;

Term settingsForms()
{
    static const Term forms = readForms(QStringLiteral(":/doctor/probes/settings.forms"));
    return forms;
}

Term settingsBindings(const QList<base::NodeName> &peers, const QByteArray &nonce, bool outside)
{
    std::vector<Term> names;
    for (const base::NodeName &peer : peers)
        names.push_back(Term::atom(peer.text()));
    return Term::list({binding(QLatin1String("Far"), Term::boolean(outside)),
                       binding(QLatin1String("Nonce"), Term::binary(nonce)),
                       binding(QLatin1String("Peers"), Term::list(names))});
}

Term viewForms()
{
    static const Term forms = readForms(QStringLiteral(":/doctor/probes/view.forms"));
    return forms;
}

Term viewBindings(const base::NodeName &other, bool knock)
{
    return Term::list({binding(QLatin1String("Host"), Term::charlist(other.host())),
                       binding(QLatin1String("Knock"), Term::boolean(knock)),
                       binding(QLatin1String("Name"), Term::charlist(other.name()))});
}

Term cookieDigestForms()
{
    static const Term forms = readForms(QStringLiteral(":/doctor/probes/cookie_digest.forms"));
    return forms;
}

Term cookieDigestBindings(const base::NodeName &peer, const QByteArray &nonce)
{
    return Term::list({binding(QLatin1String("Nonce"), Term::binary(nonce)),
                       binding(QLatin1String("Peer"), Term::atom(peer.text()))});
}

} // namespace nodescope::doctor::probes
