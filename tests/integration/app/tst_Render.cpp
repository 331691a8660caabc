#include <QImage>
#include <QSvgRenderer>
#include <QXmlStreamReader>

#include "integration/cli/Cli.h"

using namespace nodescope::test;

/// `nodescope --render` without a display, against real nodes and the practice cluster.
class tst_Render : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void drawsTwoRealNodes();
    void drawsThePracticeCluster();
    void drawsAPngOfTheSizeAskedFor();
    void sayWhenANodeIsNotReached();
    void sayWhenTheFileCannotBeWritten();
    void refusesWrongUse();

private:
    [[nodiscard]] Cli::Outcome run(const QStringList &words) const
    {
        const std::unique_ptr<QProcess> process = m_home->prepare();
        QProcessEnvironment environment = process->processEnvironment();
        for (const auto *name : {u"DISPLAY", u"WAYLAND_DISPLAY", u"QT_QPA_PLATFORM"})
            environment.remove(QString::fromUtf16(name));
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(NODESCOPE_PROGRAM), words);
        Cli::Outcome outcome;
        if (process->waitForFinished(2 * Cli::Wait) && process->exitStatus() == QProcess::NormalExit)
            outcome.status = process->exitCode();
        outcome.output = process->readAllStandardOutput();
        outcome.errors = process->readAllStandardError();
        return outcome;
    }
    [[nodiscard]] QString file(const QString &name) const { return m_home->home() + u'/' + name; }
    [[nodiscard]] static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// All that is written in the picture, in one text.
    [[nodiscard]] static QString textsOf(const QByteArray &svg)
    {
        QString all;
        QXmlStreamReader xml(svg);
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::Characters)
                all += xml.text().trimmed() + u'\n';
        }
        return xml.hasError() ? QString() : all;
    }

    quint16 m_port = 0;
    std::unique_ptr<Cli> m_home;
};

void tst_Render::init()
{
    m_port = freePort();
    m_home = std::make_unique<Cli>(m_port);
}

void tst_Render::drawsTwoRealNodes()
{
    PeerEpmd epmd;
    if (!epmd.start())
        QSKIP("no epmd on this machine");
    m_home = std::make_unique<Cli>(epmd.port());
    Peers peers(epmd.port());
    Peer *a = peers.start(QStringLiteral("anna"));
    Peer *b = peers.start(QStringLiteral("bert"));
    if (!a || !b)
        QSKIP("no Erlang on this machine");
    QVERIFY(connectPeers(*a, *b));
    const QString picture = file(QStringLiteral("pair.svg"));
    const Cli::Outcome outcome = run({QStringLiteral("--render"), picture, QStringLiteral("--cookie-file"),
                                      m_home->cookieFile(), QStringLiteral("anna@127.0.0.1")});
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    const QByteArray svg = contentOf(picture);
    QVERIFY(QSvgRenderer(svg).isValid());
    // One was named, the other was found by what the first one says.
    const QString texts = textsOf(svg);
    QVERIFY2(texts.contains(QLatin1String("anna")) && texts.contains(QLatin1String("bert")),
             qPrintable(texts));
    QVERIFY2(texts.contains(QLatin1String("both ends see it")), qPrintable(texts));
    QVERIFY(!svg.contains("peers-cookie"));
}

void tst_Render::drawsThePracticeCluster()
{
    const QString picture = file(QStringLiteral("practice.svg"));
    const Cli::Outcome outcome =
        run({QStringLiteral("--render"), picture, QStringLiteral("--practice-nodes"), QStringLiteral("5"),
             QStringLiteral("--timeout"), QStringLiteral("30")});
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    const QString texts = textsOf(contentOf(picture));
    QVERIFY2(texts.contains(QLatin1String("Nodescope (hidden)")), qPrintable(texts));
    QVERIFY2(texts.count(QLatin1String("practice")) >= 3, qPrintable(texts));
    // The one with another cookie refuses, and is drawn so.
    QVERIFY2(texts.contains(QLatin1String("cookie")), qPrintable(texts));
}

void tst_Render::drawsAPngOfTheSizeAskedFor()
{
    const QString picture = file(QStringLiteral("practice.png"));
    const Cli::Outcome outcome = run(
        {QStringLiteral("--render"), picture, QStringLiteral("--practice"), QStringLiteral("--size"),
         QStringLiteral("640x480"), QStringLiteral("--scale"), QStringLiteral("2"), QStringLiteral("--theme"),
         QStringLiteral("dark"), QStringLiteral("--timeout"), QStringLiteral("30")});
    QVERIFY2(outcome.status == 0, outcome.errors.constData());
    const QImage image(picture);
    QCOMPARE(image.size(), QSize(1280, 960));
    QVERIFY(image.pixelColor(0, 0).lightness() < 60);
}

void tst_Render::sayWhenANodeIsNotReached()
{
    const QString picture = file(QStringLiteral("nobody.svg"));
    const Cli::Outcome outcome = run({QStringLiteral("--render"), picture, QStringLiteral("--cookie-file"),
                                      m_home->cookieFile(), QStringLiteral("nobody@127.0.0.1")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains("nobody@127.0.0.1 was not reached"), outcome.errors.constData());
    // The picture shows it.
    QVERIFY(textsOf(contentOf(picture)).contains(QLatin1String("nobody")));
}

void tst_Render::sayWhenTheFileCannotBeWritten()
{
    const Cli::Outcome outcome = run(
        {QStringLiteral("--render"), QStringLiteral("/no/such/folder/x.svg"), QStringLiteral("--practice")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.errors.contains("/no/such/folder/x.svg could not be written: "),
             outcome.errors.constData());
}

void tst_Render::refusesWrongUse()
{
    QCOMPARE(run({QStringLiteral("--render"), QStringLiteral("x.gif"), QStringLiteral("a@h")}).status, 2);
    QCOMPARE(run({QStringLiteral("--render"), QStringLiteral("x.svg")}).status, 2);
    QCOMPARE(run({QStringLiteral("--size"), QStringLiteral("640x480")}).status, 2);
}

QTEST_GUILESS_MAIN(tst_Render)
#include "tst_Render.moc"
