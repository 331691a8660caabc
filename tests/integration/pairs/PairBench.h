#pragma once

#include <QRegularExpression>

#include "../dist/Bench.h"
#include "doctor/pairs/PairExamination.h"
#include "doctor/settings/SettingsQuery.h"

namespace nodescope::test {

using cluster::Cause;
using cluster::Certainty;

/// Real nodes, our own beside them, and what the doctor makes of two of them.
class PairBench : public Bench
{
public:
    using Bench::Bench;
    using PeerPointer = std::unique_ptr<Peer>;

    /// A node by its whole name, started; null: it did not start, and its output was shown.
    [[nodiscard]] PeerPointer start(const QString &name, const QStringList &flags = {},
                                    const QString &cookie = QStringLiteral("peers-cookie"),
                                    Peer::Language language = Peer::Language::Erlang) const
    {
        Peer::Options options;
        options.name = base::NodeName::literal(name);
        options.epmdPort = epmd.port();
        options.flags = flags;
        options.cookie = cookie;
        options.language = language;
        auto peer = std::make_unique<Peer>(options);
        if (!peer->start()) {
            qWarning().noquote() << peer->output();
            return nullptr;
        }
        return peer;
    }

    /// We hold a link to it.
    [[nodiscard]] bool reach(const Peer &peer, const char *cookie = "peers-cookie",
                             std::optional<dist::TlsRole> tls = {}) const
    {
        dist::DialOptions options;
        options.cookie = base::Secret(cookie);
        options.tls = std::move(tls);
        return dial(peer.name(), options).connected();
    }

    struct Outcome
    {
        cluster::Diagnosis diagnosis;
        QList<cluster::SettingPair> settings;
        doctor::PairEvidence evidence;

        [[nodiscard]] const cluster::SettingPair *row(const char *setting) const
        {
            for (const cluster::SettingPair &row : settings) {
                if (row.setting == QLatin1String(setting))
                    return &row;
            }
            return nullptr;
        }
        [[nodiscard]] bool explainedBy(const char *setting) const
        {
            return row(setting) && row(setting)->explains;
        }
    };
    [[nodiscard]] Outcome examine(const base::NodeName &a, const base::NodeName &b, bool attempt,
                                  doctor::PairOptions options = {}) const
    {
        options.epmdPort = epmd.port();
        options.attempt = attempt;
        if (options.cookie.isNull())
            options.cookie = base::Secret("peers-cookie");
        auto *examination = new doctor::PairExamination(*node, a, b, options, node.get());
        Outcome outcome;
        bool done = false;
        QObject::connect(
            examination, &doctor::PairExamination::finished, node.get(),
            [&](const cluster::Diagnosis &diagnosis, const QList<cluster::SettingPair> &settings) {
                outcome = {diagnosis, settings, examination->evidence()};
                done = true;
            });
        examination->start();
        if (!QTest::qWaitFor([&] { return done; }, 40'000))
            qWarning("no verdict");
        return outcome;
    }
    [[nodiscard]] Outcome examine(const Peer &a, const Peer &b, bool attempt) const
    {
        return examine(a.name(), b.name(), attempt);
    }

    [[nodiscard]] doctor::NodeSettings settingsOf(const base::NodeName &name,
                                                  doctor::SettingsQuestion question = {}) const
    {
        if (question.nonce.isEmpty())
            question.nonce = doctor::makeNonce();
        auto *query = new doctor::SettingsQuery(*node, name, question, node.get());
        doctor::NodeSettings settings;
        bool done = false;
        QObject::connect(query, &doctor::SettingsQuery::finished, node.get(),
                         [&](const doctor::NodeSettings &answer) {
                             settings = answer;
                             done = true;
                         });
        query->start();
        if (!QTest::qWaitFor([&] { return done; }, 40'000))
            qWarning("no settings");
        return settings;
    }

    /// What must not change on a node that is looked at: processes, cookies, allow list, links, loaded code.
    [[nodiscard]] static QString traces(Peer &peer)
    {
        return peer.evaluate(QStringLiteral(
            "{length(processes()), erlang:phash2(auth:get_cookie()), ets:tab2list(cookies), "
            "erlang:nodes(visible), length(registered()), length(ets:all()), length(erlang:ports())}."));
    }
    /// Waits until the node is again as it was.
    [[nodiscard]] static bool isAsBefore(Peer &peer, const QString &before)
    {
        QString now;
        const bool same = QTest::qWaitFor(
            [&] {
                now = traces(peer);
                return now == before;
            },
            Wait);
        if (!same)
            qWarning().noquote() << before << "\n" << now;
        return same;
    }
    /// What it logged above a notice.
    [[nodiscard]] static qsizetype complaintsOf(Peer &peer)
    {
        static const QRegularExpression report(QStringLiteral("=(ERROR|WARNING|CRASH) REPORT"));
        return peer.output().count(report);
    }
};

} // namespace nodescope::test
