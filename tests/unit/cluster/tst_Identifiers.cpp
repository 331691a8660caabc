#include <QSet>
#include <QtTest>

#include "cluster/Diagnosis.h"
#include "cluster/Errand.h"
#include "cluster/Event.h"
#include "cluster/Link.h"
#include "cluster/Message.h"
#include "cluster/Node.h"

using namespace nodescope::cluster;

/// Identifiers are promises to recordings and scripts: unique, and never another for the same thing.
class tst_Identifiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void causesAreUniqueAndReadBack()
    {
        QSet<QString> seen;
        const QList<Cause> causes = allCauses();
        for (const Cause cause : causes) {
            const QString identifier = identifierOf(cause);
            QVERIFY2(!seen.contains(identifier), qPrintable(identifier));
            seen.insert(identifier);
            QCOMPARE(causeFromIdentifier(identifier), cause);
        }
        QCOMPARE(int(causes.size()), int(Cause::NativeRecordSent) + 1);
        QCOMPARE(causeFromIdentifier(u"no such cause"), Cause::Unknown);
    }
    void stepsAndFormsAreUnique()
    {
        QSet<QString> steps;
        for (int i = 0; i <= int(StepKind::Failed); ++i)
            steps.insert(identifierOf(StepKind(i)));
        QCOMPARE(steps.size(), int(StepKind::Failed) + 1);
        QSet<QString> forms;
        for (int i = 0; i <= int(MessageForm::Link); ++i)
            forms.insert(identifierOf(MessageForm(i)));
        QCOMPARE(forms.size(), int(MessageForm::Link) + 1);
    }
    void errandsAreUnique()
    {
        QSet<QString> steps;
        for (int i = 0; i <= int(ErrandStepKind::Failed); ++i)
            steps.insert(identifierOf(ErrandStepKind(i)));
        QCOMPARE(steps.size(), int(ErrandStepKind::Failed) + 1);
        QSet<QString> kinds;
        for (int i = 0; i <= int(ErrandKind::Monitor); ++i)
            kinds.insert(identifierOf(ErrandKind(i)));
        QCOMPARE(kinds.size(), int(ErrandKind::Monitor) + 1);
    }
    void promised_data()
    {
        QTest::addColumn<QString>("identifier");
        for (const char *identifier : {"cookie_mismatch",
                                       "not_allowed_by_list",
                                       "flags_missing",
                                       "epmd_unreachable",
                                       "host_unresolvable",
                                       "not_registered",
                                       "dist_port_blocked",
                                       "not_a_node",
                                       "tls_plain_mixed",
                                       "tls_certificate",
                                       "tls_failed",
                                       "other_name_answers",
                                       "name_in_use",
                                       "peer_silent",
                                       "address_unreachable",
                                       "epmd_stale_port",
                                       "cookie_crossed",
                                       "cookie_truncated",
                                       "cookie_file_mode",
                                       "cookie_file_unreadable",
                                       "cookie_of_other_user",
                                       "short_dials_long",
                                       "long_dials_short",
                                       "no_own_long_name",
                                       "epmd_forgot_node",
                                       "stray_epmd",
                                       "epmd_port_defect",
                                       "own_host_changed",
                                       "mesh_intercepts",
                                       "dns_without_record",
                                       "ip_version_mixed",
                                       "does_not_listen",
                                       "auto_connect_off",
                                       "global_evicted",
                                       "hidden",
                                       "global_introduced",
                                       "link_overloaded",
                                       "net_kernel_stuck",
                                       "not_distributed",
                                       "simultaneous",
                                       "already_connected",
                                       "tls_client_options",
                                       "native_record_sent"})
            QTest::newRow(identifier) << QString::fromLatin1(identifier);
    }
    void promised()
    {
        QFETCH(QString, identifier);
        QCOMPARE(identifierOf(causeFromIdentifier(identifier)), identifier);
    }
    void rungsAreUnique()
    {
        QSet<QString> seen;
        for (int i = 0; i <= int(Rung::CallsAnswered); ++i)
            seen.insert(identifierOf(Rung(i)));
        QCOMPARE(int(seen.size()), int(Rung::CallsAnswered) + 1);
    }
    void theRest()
    {
        QCOMPARE(identifierOf(Watched::Push), QStringLiteral("push"));
        QCOMPARE(identifierOf(NodeKind::Beam), QStringLiteral("beam"));
        QCOMPARE(identifierOf(EventKind::NodeDown), QStringLiteral("nodedown"));
        QCOMPARE(identifierOf(LinkState::OneSided), QStringLiteral("one_sided"));
        QCOMPARE(identifierOf(Certainty::AlmostCertain), QStringLiteral("almost_certain"));
    }
};

QTEST_APPLESS_MAIN(tst_Identifiers)
#include "tst_Identifiers.moc"
