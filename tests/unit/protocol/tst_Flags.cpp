#include <QtTest>

#include "protocol/Flags.h"

using namespace nodescope::protocol;

class tst_Flags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksAgreeWithEachOther()
    {
        QCOMPARE((Flag::ExtendedReferences | Flag::ExtendedPidsPorts | Flag::Utf8Atoms | Flag::NewFunTags),
                 masks::Mandatory21);
        QCOMPARE((masks::Mandatory21 | Flag::BigCreation), masks::Mandatory23);
        QCOMPARE((masks::Mandatory25 | Flag::UnlinkId | Flag::V4Nc), masks::Mandatory26);
        QCOMPARE((masks::Recommended | Flag::NameMe), masks::RecommendedNameMe);
        QVERIFY(masks::Recommended.contains(masks::Minimum));
        QVERIFY(!masks::Recommended.contains(Flag::Published));
        QVERIFY(!masks::Recommended.contains(Flag::DistHdrAtomCache));
        for (const int release : {21, 23, 25, 26, 27, 29})
            QVERIFY(masks::Recommended.contains(mandatoryFlags(release)));
    }
    void nodesOfTheReleasesAcceptEachOtherAsSeen()
    {
        QVERIFY(missingFlags(masks::Default23, mandatoryFlags(25)).isEmpty());
        QVERIFY(missingFlags(masks::Default25, mandatoryFlags(29)).isEmpty());
        QCOMPARE(flagNames(missingFlags(masks::Default23, mandatoryFlags(27))),
                 (QStringList{QStringLiteral("UNLINK_ID"), QStringLiteral("V4_NC")}));
    }
    void digestFlagIsExpanded()
    {
        QVERIFY(missingFlags(Flag::Mandatory25Digest, masks::Mandatory25).isEmpty());
        QVERIFY(!missingFlags(Flag::Mandatory25Digest, masks::Mandatory26).isEmpty());
        QVERIFY(agreed(Flag::Mandatory25Digest, masks::Default29).contains(Flag::MapTag));
        QVERIFY(!agreed(masks::Default29, masks::Default29).contains(Flag::Mandatory25Digest));
    }
    void visibleOnlyIfBothArePublished()
    {
        const Flags visible = masks::Default25 | Flag::Published;
        QVERIFY(isHidden(agreed(visible, masks::Default25)));
        QVERIFY(!isHidden(agreed(visible, visible)));
        QVERIFY(!agreed(masks::RecommendedNameMe, masks::RecommendedNameMe).contains(Flag::NameMe));
    }
    void namesEveryBit()
    {
        QCOMPARE(flagName(Flag::Mandatory25Digest), QStringLiteral("MANDATORY_25_DIGEST"));
        QCOMPARE(flagName(Flag(40)), QStringLiteral("BIT_40"));
        QCOMPARE(flagNames(Flags(quint64(1) << 63)), QStringList(QStringLiteral("BIT_63")));
        QCOMPARE(flagNames(Flags(~quint64(0))).size(), 64);
        QString text;
        QDebug(&text) << (Flag::Published | Flag::Spawn);
        QCOMPARE(text.trimmed(), QStringLiteral("Flags(PUBLISHED|SPAWN)"));
    }
    void guessesReleases_data()
    {
        QTest::addColumn<quint64>("flags");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("atLeast");
        QTest::addColumn<int>("atMost");
        QTest::addColumn<bool>("exact");
        QTest::newRow("23") << quint64(0x101df7fbd) << int(PeerKind::Beam) << 23 << 23 << true;
        QTest::newRow("25 to 27") << quint64(0xd07df7fbd) << int(PeerKind::Beam) << 25 << 27 << true;
        QTest::newRow("29") << quint64(0x6d07df7fbc) << int(PeerKind::Beam) << 29 << 0 << true;
        QTest::newRow("29, altered") << quint64(0x6d07df7fbc & ~0x10ull) << int(PeerKind::Beam) << 29 << 0
                                     << false;
        QTest::newRow("28") << quint64(0x2d07df7fbc) << int(PeerKind::Beam) << 28 << 28 << false;
        QTest::newRow("ei of OTP 23") << quint64(0x1074f9c) << int(PeerKind::CNode) << 23 << 24 << false;
        QTest::newRow("JInterface of OTP 23")
            << quint64(0x1070f94) << int(PeerKind::JavaNode) << 23 << 24 << false;
        QTest::newRow("ei") << quint64(0x407074f9c) << int(PeerKind::CNode) << 25 << 0 << true;
        QTest::newRow("JInterface") << quint64(0x407070f94) << int(PeerKind::JavaNode) << 25 << 0 << true;
        QTest::newRow("Nodescope") << masks::RecommendedNameMe.bits() << int(PeerKind::OtherClient) << 0 << 0
                                   << false;
        QTest::newRow("nothing") << quint64(0) << int(PeerKind::OtherClient) << 0 << 0 << false;
    }
    void guessesReleases()
    {
        QFETCH(quint64, flags);
        QFETCH(int, kind);
        QFETCH(int, atLeast);
        QFETCH(int, atMost);
        QFETCH(bool, exact);
        QCOMPARE(guessRelease(Flags(flags)), (ReleaseGuess{PeerKind(kind), atLeast, atMost, exact}));
    }
};

QTEST_APPLESS_MAIN(tst_Flags)
#include "tst_Flags.moc"
