#include <QTest>

#include "Mesh.h"

using namespace nodescope;
using namespace nodescope::test;

namespace {

constexpr int StepTimeout = 120'000;
constexpr int DefaultNodes = 8;
constexpr int DefaultSeconds = 40;

int fromEnvironment(const char *variable, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(variable, &ok);
    return ok ? value : otherwise;
}

} // namespace

/// Real nodes that come, go, lose and find each other; after each step the cluster is what they say. From OTP
/// 25 on `global` may cut more than was asked: the truth is what nodes() says.
///
/// NODESCOPE_MESH_NODES, NODESCOPE_MESH_SECONDS and NODESCOPE_MESH_SEED: see tests/integration/mesh/run.
class tst_RealMesh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClusterIsWhatNodesSay()
    {
        if (const QString why = Peer::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        const int nodes = fromEnvironment("NODESCOPE_MESH_NODES", DefaultNodes);
        const int seconds = fromEnvironment("NODESCOPE_MESH_SECONDS", DefaultSeconds);
        const int seed = fromEnvironment("NODESCOPE_MESH_SEED", 1);
        Mesh mesh(nodes, quint32(seed));
        QVERIFY(mesh.start());
        const QString first = mesh.difference(StepTimeout);
        QVERIFY2(first.isEmpty(), qPrintable(first));
        // All were joined to one: an agreement on nothing would prove nothing.
        QVERIFY(mesh.endsShown() >= 2 * (nodes - 1));

        QElapsedTimer since;
        since.start();
        int steps = 0;
        while (since.elapsed() < seconds * 1000 || steps < 5) {
            const QString what = mesh.step();
            QVERIFY2(!what.startsWith(QLatin1String("FAILED")), qPrintable(what));
            const QString difference = mesh.difference(StepTimeout);
            QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("seed %1, step %2, %3:\n%4")
                                                          .arg(seed)
                                                          .arg(steps + 1)
                                                          .arg(what, difference)));
            ++steps;
        }
        QVERIFY(mesh.living() >= 3);
        using Step = Mesh::Step;
        const auto count = [&](Step step) {
            const auto it = mesh.steps().find(step);
            return it == mesh.steps().end() ? 0 : it->second;
        };
        qInfo(
            "%d nodes, seed %d: %d steps (%d kills, %d starts, %d cuts, %d heals); slowest agreement %lld ms",
            nodes, seed, steps, count(Step::Kill), count(Step::Restart), count(Step::Cut), count(Step::Heal),
            static_cast<long long>(mesh.slowest()));
    }
};

QTEST_GUILESS_MAIN(tst_RealMesh)
#include "tst_RealMesh.moc"
