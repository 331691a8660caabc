#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QtTest>

#include "support/DemoHandshakes.h"
#include "widgets/doctor/HexView.h"
#include "widgets/handshakes/ComparisonView.h"
#include "widgets/handshakes/DigestPanel.h"
#include "widgets/handshakes/FlagTable.h"
#include "widgets/handshakes/HandshakePage.h"
#include "widgets/handshakes/MessageView.h"
#include "widgets/handshakes/SequenceChart.h"
#include "widgets/handshakes/SequencePainter.h"
#include "widgets/handshakes/StepPanel.h"
#include "widgets/style/Icons.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;
using test::DemoHandshake;

class tst_HandshakePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<ClusterStore>();
        m_page = std::make_unique<HandshakePage>(*m_store);
        m_page->resize(1100, 800);
        m_page->show();
    }

    void keepsWhatHappens()
    {
        QVERIFY(!m_page->list().isVisible());
        put(DemoHandshake().record(1));
        DemoHandshake refused;
        refused.refused = true;
        put(refused.record(2));
        QCOMPARE(m_page->list().count(), 2);
        QCOMPARE(m_page->chart().record().id, quint64(2)); // the latest is looked at
        m_page->list().setCurrentRow(1);
        put(DemoHandshake().record(3));
        QCOMPARE(m_page->chart().record().id, quint64(1)); // whoever looks at an earlier one keeps it
        QVERIFY(m_page->showLatestWith(NodeName::literal(u"alice@127.0.0.1")));
        QVERIFY(!m_page->showLatestWith(NodeName::literal(u"nobody@127.0.0.1")));
    }

    void aProbeIsNoSuccess()
    {
        // Nothing was proved: neither the tick nor the cross.
        HandshakeRecord probed = DemoHandshake().record(1);
        probed.outcome = QStringLiteral("probed");
        put(probed);
        put(DemoHandshake().record(2));
        const auto sign = [this](int row) { return m_page->list().item(row)->icon().pixmap(16).toImage(); };
        const Theme theme = Theme::current(m_page.get());
        QCOMPARE(sign(1), icon(Glyph::Info, theme.secondary).pixmap(16).toImage());
        QCOMPARE(sign(0), icon(Glyph::Check, theme.up).pixmap(16).toImage());
    }

    void theListIsBounded()
    {
        for (quint64 id = 1; id <= quint64(HandshakeBook::MaxCount) + 20; ++id)
            put(DemoHandshake().record(id));
        QCOMPARE(m_page->list().count(), m_page->book().count());
        QVERIFY(m_page->list().count() <= HandshakeBook::MaxCount);
    }

    void fieldsAndBytesAreLinked()
    {
        put(DemoHandshake().record(1));
        m_page->chart().select(0);
        auto *message = m_page->findChild<MessageView *>();
        QTreeWidget *fields = message->fields();
        QCOMPARE(fields->topLevelItem(2)->text(0), QStringLiteral("flags"));
        Q_EMIT message->bytes()->byteChosen(12); // length 2, tag 1, flags 8, creation 4
        QCOMPARE(fields->currentItem()->text(0), QStringLiteral("creation"));
        QVERIFY(!message->bytes()->extraSelections().isEmpty());
    }

    void failuresAreRowsOfTheirOwn()
    {
        DemoHandshake refused;
        refused.refused = true;
        const HandshakeRecord record = refused.record(1);
        const Theme theme = Theme::make(false, false, m_page->font());
        const SequencePainter chart(record, theme, 600);
        QCOMPARE(chart.rows().last().kind, SequencePainter::Row::Kind::Missing);
        QVERIFY(chart.textOf(chart.rows().last()).contains(QLatin1String("send_challenge_ack")));
        const HandshakeRecord good = DemoHandshake().record(2);
        QCOMPARE(SequencePainter(good, theme, 600).rows().last().kind, SequencePainter::Row::Kind::Framing);
    }

    void theDigestIsMadeBeforeOnesEyes()
    {
        put(DemoHandshake().record(7));
        DigestPanel &panel = m_page->digest();
        m_page->chart().select(0);
        QVERIFY(!panel.isVisible());
        m_page->chart().select(3);
        QVERIFY(panel.isVisible());
        QCOMPARE(panel.cookie()->echoMode(), QLineEdit::Password);
        panel.cookie()->setText(QStringLiteral("wrong"));
        QVERIFY(panel.verdict()->text().startsWith(QLatin1String("Not equal")));
        QVERIFY(!panel.sum()->text().contains(QLatin1String("wrong"))); // dots until it is shown
        QSignalSpy asked(m_page.get(), &HandshakePage::intent);
        Q_EMIT panel.cookieRequested(7, NodeName::literal(u"alice@127.0.0.1"));
        QCOMPARE(asked.count(), 1);
        m_store->apply({CookieShown{7, test::DemoCookie}});
        QVERIFY(panel.verdict()->text().startsWith(QLatin1String("Equal")));
        put(DemoHandshake().record(8)); // another one: the cookie is forgotten
        QVERIFY(panel.cookie()->text().isEmpty());
        m_store->apply({CookieShown{7, test::DemoCookie}}); // an answer that comes too late
        QVERIFY(panel.cookie()->text().isEmpty());
    }

    void digestsAreDotsUntilTheyAreAskedFor()
    {
        put(DemoHandshake().record(7));
        DigestPanel &panel = m_page->digest();
        m_page->chart().select(3);
        const base::Secret &digest = m_page->chart().record().lines.at(3).digest;
        const QString wire = QString::fromLatin1(digest.reveal().toByteArray().toHex());
        QVERIFY(!panel.sum()->text().contains(wire));
        m_store->apply({CookieShown{7, test::DemoCookie}});
        QVERIFY(panel.verdict()->text().startsWith(QLatin1String("Equal")));
        QVERIFY(!panel.sum()->text().contains(wire)); // nor as what the cookie makes
        panel.digestsButton()->click();
        QCOMPARE(panel.sum()->text().count(wire), 2);
        m_page->hideDigests();
        QVERIFY(!panel.digestsButton()->isChecked());
        QVERIFY(!panel.sum()->text().contains(wire));
    }

    void theSelectedNodeIsOfferedAndNoVisitor()
    {
        const auto node = [](QStringView name, quint16 port, bool hidden) {
            Node made;
            made.name = NodeName::literal(name);
            made.state = NodeState::Up;
            made.port = port;
            made.hidden = hidden;
            return NodeChanged{made};
        };
        QComboBox *offered = m_page->steps().node();
        m_store->apply({node(u"1D1TSEDERFI5Q@vm", 0, true)});
        QTest::qWait(0);
        QVERIFY(offered->currentText().isEmpty());
        m_store->apply({node(u"m2@vm", 40002, false), node(u"m3@vm", 40003, false)});
        QTRY_COMPARE(offered->currentText(), QStringLiteral("m2@vm"));
        m_page->setPreferred(NodeName::literal(u"m3@vm"));
        QTRY_COMPARE(offered->currentText(), QStringLiteral("m3@vm"));
        m_page->setPreferred(NodeName::literal(u"1D1TSEDERFI5Q@vm"));
        QTRY_COMPARE(offered->currentText(), QStringLiteral("m2@vm"));
        offered->setEditText(QStringLiteral("typed@vm"));
        m_page->setPreferred(NodeName::literal(u"m3@vm"));
        QTest::qWait(0);
        QCOMPARE(offered->currentText(), QStringLiteral("typed@vm"));
    }

    void stepsAskAndSend()
    {
        StepPanel &steps = m_page->steps();
        QSignalSpy intents(m_page.get(), &HandshakePage::intent);
        steps.node()->setEditText(QStringLiteral("no name"));
        QVERIFY(!steps.startButton()->isEnabled());
        steps.node()->setEditText(QStringLiteral("alice@127.0.0.1"));
        steps.startButton()->click();
        const auto begun = std::get<StepHandshake>(intents.takeFirst().first().value<Intent>());
        QCOMPARE(begun.node.text(), QStringLiteral("alice@127.0.0.1"));
        QVERIFY(begun.id >= FirstSteppedHandshake);
        put(DemoHandshake().waiting(begun.id));
        QVERIFY(steps.sendButton()->isVisible());
        QCOMPARE(steps.field(QStringLiteral("challenge"))->text(), QString::number(test::DemoReplyChallenge));
        QVERIFY(!steps.startButton()->isEnabled());
        steps.field(QStringLiteral("challenge"))->setText(QStringLiteral("many"));
        QVERIFY(!steps.sendButton()->isEnabled());
        steps.field(QStringLiteral("challenge"))->setText(QStringLiteral("42"));
        steps.field(QStringLiteral("digest"))->setText(QString(32, u'a'));
        steps.sendButton()->click();
        const auto sent = std::get<ReleaseHandshake>(intents.takeFirst().first().value<Intent>());
        QCOMPARE(sent.id, begun.id);
        QCOMPARE(sent.edit.challenge, std::optional<quint32>(42));
        QCOMPARE(sent.edit.digest, std::optional(QByteArray(16, char(0xaa))));
        QVERIFY(!sent.edit.length && sent.edit.cookie.isNull());
        HandshakeRecord over = DemoHandshake().waiting(begun.id);
        over.running = false;
        over.due.reset();
        over.outcome = QStringLiteral("ended");
        put(over);
        QVERIFY(!steps.sendButton()->isVisible());
        QVERIFY(steps.startButton()->isEnabled());
    }

    void twoSideBySide()
    {
        put(DemoHandshake().record(1));
        DemoHandshake other;
        other.peerFlags = protocol::masks::Default23;
        put(other.record(2));
        QVERIFY(!m_page->comparison().isVisible());
        m_page->other().setCurrentIndex(m_page->other().findData(quint64(1)));
        QVERIFY(m_page->comparison().isVisible());
        QVERIFY(m_page->comparison()
                    .findItems(QStringLiteral("≠ flags"), Qt::MatchExactly | Qt::MatchRecursive)
                    .size() == 1);
    }

    void exportsAllFormats()
    {
        using Format = HandshakePage::Format;
        QVERIFY(m_page->exported(Format::Text).isEmpty());
        put(DemoHandshake().record(1));
        QVERIFY(m_page->exported(Format::Text).contains("send_name"));
        QVERIFY(QJsonDocument::fromJson(m_page->exported(Format::Json)).isObject());
        QVERIFY(m_page->exported(Format::Svg).contains("<svg"));
        QVERIFY(m_page->exported(Format::Pcapng).startsWith("\x0a\x0d\x0d\x0a"));
    }

    void hostileNamesAreText()
    {
        HandshakeRecord record = DemoHandshake().record(1);
        record.peer = NodeName();
        record.peerSaid = QStringLiteral("<b>%1\u202e@x");
        put(record);
        QVERIFY(!m_page->list().item(0)->text().contains(QChar(0x202e)));
        QVERIFY(m_page->list().item(0)->text().contains(QLatin1String("<b>%1")));
    }

private:
    void put(const HandshakeRecord &record) { m_store->apply({HandshakeChanged{record}}); }

    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<HandshakePage> m_page;
};

QTEST_MAIN(tst_HandshakePage)
#include "tst_HandshakePage.moc"
