#include <csignal>

#include <sys/resource.h>

#include <QTemporaryDir>
#include <QtTest>

#include "session/Recorder.h"

using namespace nodescope;
using namespace nodescope::cluster;
using session::Recorder;
using session::RecorderError;

namespace {
constexpr qint64 Begin = 1'700'000'000'000;

Deltas nodeAt(int step)
{
    Node node;
    node.name = base::NodeName::literal(u"a@h");
    node.port = quint16(step);
    return {NodeChanged{node}};
}

LoadedRecording load(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file");
    return *readRecording(file);
}
} // namespace

class tst_Recorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAtIntervals()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("one.nodescope"));
        Recorder recorder(name, {});
        QVERIFY(recorder.begin(Begin, Cluster()).ok());
        recorder.take(Begin + 1, nodeAt(1));
        recorder.take(Begin + 2, nodeAt(2));
        // As it would be after a crash: readable, up to the last interval.
        QCOMPARE(load(name).problem, RecordingProblem::None);
        QTRY_COMPARE(load(name).history.lastPosition(), quint64(2));
        recorder.mark({1, Begin + 2, QStringLiteral("here"), {}, false});
        QCOMPARE(load(name).history.marks().size(), 1);
        recorder.take(Begin + 3, nodeAt(3));
        recorder.end();
        QCOMPARE(load(name).history.state(99).node(base::NodeName::literal(u"a@h"))->port, quint16(3));
        QCOMPARE(QFileInfo(name).size(), recorder.bytes());
        QCOMPARE(QFile(name).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    void overwritesNothing()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("one.nodescope"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        Recorder recorder(name, {});
        const auto begun = recorder.begin(Begin, Cluster());
        QVERIFY(!begun.ok());
        QCOMPARE(begun.error().kind, RecorderError::CannotOpen);
        recorder.take(Begin, nodeAt(1));
        recorder.end();
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }
    void aFullDiskIsTold()
    {
        if (!QFileInfo::exists(QStringLiteral("/dev/full")))
            QSKIP("no /dev/full");
        // Opening new files only, it cannot be had by that name; a link to it neither. So the limit of a
        // process.
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("one.nodescope"));
        QVERIFY(std::signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
        Recorder recorder(name, {});
        QVERIFY(recorder.begin(Begin, Cluster()).ok());
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit small = before;
        small.rlim_cur = rlim_t(recorder.bytes() + 20);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        QList<RecorderError> errors;
        connect(&recorder, &Recorder::failed, this,
                [&errors](const RecorderError &error) { errors.append(error); });
        recorder.take(Begin + 1, nodeAt(1));
        recorder.flush();
        recorder.take(Begin + 2, nodeAt(2));
        recorder.flush();
        setrlimit(RLIMIT_FSIZE, &before);
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors[0].kind, RecorderError::CannotWrite);
        // What was whole before stands.
        QVERIFY(load(name).problem == RecordingProblem::Cut || load(name).problem == RecordingProblem::None);
    }
};

QTEST_GUILESS_MAIN(tst_Recorder)
#include "tst_Recorder.moc"
