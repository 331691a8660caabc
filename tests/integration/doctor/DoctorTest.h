#pragma once

#include "Stage.h"

using namespace Qt::Literals::StringLiterals;

namespace nodescope::test {

/// What the programs of this folder share: a stage for each case, and the table at the end.
class DoctorTest : public QObject
{
    Q_OBJECT

public:
    explicit DoctorTest(const char *group)
        : m_table(QLatin1String(group))
    {
    }

protected:
    using Certainty = Expected::Certainty;

    [[nodiscard]] Stage &stage() { return *m_stage; }
    [[nodiscard]] Bystanders &bystanders() { return m_stage->bystanders(); }
    [[nodiscard]] Namespace &space() { return *m_namespace; }
    /// From now on the case happens in a namespace of its own.
    [[nodiscard]] bool enterNamespace(const Namespace::Options &options);
    /// `net_kernel:connect_node/1` there: `{ok,true}` or `{ok,false}`.
    [[nodiscard]] static QString connectThere(Peer &from, const Peer &to);
    /// A file of the owner's alone in the program's home; its path.
    [[nodiscard]] QString ownFile(const QString &name, const QByteArray &bytes);
    [[nodiscard]] static int release() { return Peer::otpRelease(); }
    /// A real node dialled with a wrong cookie writes that, and cannot be kept from it.
    void mayRefuseADigest() { bystanders().mayLog(QStringLiteral("Invalid challenge reply")); }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_table.print(); }

private:
    Table m_table;
    std::unique_ptr<Namespace> m_namespace;
    std::unique_ptr<Stage> m_stage;
};

/// Skips the case where there can be no namespace, and enters one.
#define IN_A_NAMESPACE(options)                                                                              \
    do {                                                                                                     \
        if (const QString why = nodescope::test::Namespace::whyUnavailable(); !why.isEmpty())                \
            QSKIP(qPrintable(why));                                                                          \
        QVERIFY(enterNamespace(options));                                                                    \
    } while (false)

/// Skips the case where there can be no firewall.
#define NEEDS_A_FIREWALL()                                                                                   \
    do {                                                                                                     \
        if (const QString why = nodescope::test::Namespace::whyNoFirewall(); !why.isEmpty())                 \
            QSKIP(qPrintable(why));                                                                          \
    } while (false)

} // namespace nodescope::test
