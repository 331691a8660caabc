#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "support/DemoCluster.h"
#include "widgets/acting/ConfirmActDialog.h"
#include "widgets/acting/IntentGate.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::widgets;
using base::NodeName;

class tst_IntentGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings =
            std::make_unique<QSettings>(m_home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_settings->clear();
        m_hosts = std::make_unique<KnownHosts>(*m_settings);
        m_store = std::make_unique<ClusterStore>();
        m_store->apply(test::demoCluster());
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_gate = new IntentGate(*m_store, *m_hosts, *m_window);
        m_passed.clear();
        connect(m_gate, &IntentGate::passed, this, [this](const Intent &intent) { m_passed.append(intent); });
    }
    void cleanup()
    {
        m_window.reset();
        m_store.reset();
    }

    void observingGoesStraightOn()
    {
        m_gate->submit(StartPractice{});
        m_gate->submit(ConnectToNode{NodeName::literal(u"a@127.0.0.1"), {}, {}, true});
        QCOMPARE(m_passed.size(), 2);
    }
    void actWaitsForItsAnswerAndArms()
    {
        m_gate->submit(ConnectPair{m_orders, m_shop});
        QVERIFY(m_passed.isEmpty());
        auto *dialog = m_window->findChild<ConfirmActDialog *>();
        QVERIFY(dialog);
        auto *go = dialog->findChild<QPushButton *>(QStringLiteral("go"));
        QVERIFY(dialog->focusWidget() && dialog->focusWidget() != go); // Space does nothing to a live node
        QVERIFY(go && !go->isDefault());
        go->click();
        QCOMPARE(m_passed.size(), 2);
        QVERIFY(std::get<ArmActing>(m_passed.at(0)).armed);
        QCOMPARE(std::get<ConnectPair>(m_passed.at(1)).b, m_shop);
    }
    void actOfAnArmedClusterStillAsks()
    {
        SessionInfo session = m_store->cluster().session();
        session.actingArmed = true;
        m_store->apply({SessionChanged{session}});
        m_gate->submit(DisconnectPair{m_orders, m_shop});
        auto *dialog = m_window->findChild<ConfirmActDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(QStringLiteral("go"))->click();
        QCOMPARE(m_passed.size(), 1);
        QVERIFY(std::holds_alternative<DisconnectPair>(m_passed.at(0)));
    }
    void steppingIsNamedInWords()
    {
        m_hosts->remember(m_orders.host());
        StepHandshake step;
        step.node = m_orders;
        m_gate->submit(step);
        const auto *dialog = m_window->findChild<ConfirmActDialog *>();
        QVERIFY(dialog);
        QStringList texts;
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts.append(label->text());
        QCOMPARE(texts.first(), QStringLiteral("Step through a handshake with %1.").arg(m_orders.text()));
        QVERIFY(!texts.join(u' ').contains(QLatin1String("This will run")));
    }
    void refusedActGoesNowhere()
    {
        m_gate->submit(ConnectPair{m_orders, m_shop});
        m_window->findChild<ConfirmActDialog *>()->reject();
        QVERIFY(m_passed.isEmpty());
    }
    void whatIsDeclinedIsTold()
    {
        QSignalSpy declined(m_gate, &IntentGate::declined);
        Examine examine;
        examine.from = m_orders;
        examine.to = m_shop;
        examine.attempt = true;
        m_gate->submit(examine);
        m_window->findChild<ConfirmActDialog *>()->reject();
        QCOMPARE(declined.count(), 1);
        QVERIFY(std::get<Examine>(declined.first().first().value<Intent>()).attempt);
    }
    void examiningAHostForTheFirstTimeAsks()
    {
        QSignalSpy declined(m_gate, &IntentGate::declined);
        Examine examine;
        examine.to = m_shop;
        m_gate->submit(examine);
        QVERIFY(m_passed.isEmpty());
        auto *box = m_window->findChild<QMessageBox *>(QStringLiteral("FirstDialDialog"));
        QVERIFY(box);
        box->button(QMessageBox::Cancel)->click();
        QCOMPARE(declined.count(), 1);
        // Another node asks for itself: what it says reaches nobody new.
        examine.from = m_orders;
        m_gate->submit(examine);
        QCOMPARE(m_passed.size(), 1);
    }
    void firstDialToAHostAsksOnce()
    {
        m_gate->submit(ConnectToNode{m_shop, {}, {}, true});
        QVERIFY(m_passed.isEmpty());
        auto *box = m_window->findChild<QMessageBox *>(QStringLiteral("FirstDialDialog"));
        QVERIFY(box);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QCOMPARE(m_passed.size(), 1);
        m_gate->submit(ConnectToNode{m_shop, {}, {}, true});
        QCOMPARE(m_passed.size(), 2);
    }

private:
    const NodeName m_orders = NodeName::literal(u"orders@db1.example");
    const NodeName m_shop = NodeName::literal(u"shop@web2.example");
    QTemporaryDir m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<KnownHosts> m_hosts;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<QWidget> m_window;
    IntentGate *m_gate = nullptr;
    QList<Intent> m_passed;
};

QTEST_MAIN(tst_IntentGate)
#include "tst_IntentGate.moc"
