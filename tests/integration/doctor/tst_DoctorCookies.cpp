#include <unistd.h>

#include "DoctorTest.h"

using namespace nodescope::test;

namespace {

const QString Pair = u"b@127.0.0.1 --from a@127.0.0.1"_s;

QString setCookie(Peer &at, const Peer &of, const char *cookie)
{
    return at.evaluate(u"erlang:set_cookie('%1', '%2')."_s.arg(of.name().text(), QLatin1String(cookie)));
}

} // namespace

/// Faults 1 to 6 of diagnosis.md: a cookie that differs, and why.
class tst_DoctorCookies : public DoctorTest
{
    Q_OBJECT

public:
    tst_DoctorCookies()
        : DoctorTest("cookies")
    {
    }

private Q_SLOTS:
    void differs()
    {
        QVERIFY(stage().node("b", {}, "another"));
        mayRefuseADigest();
        FINDS(stage(), Expected::fault({"cookie_mismatch"}, Certainty::AlmostCertain, "our_digest"),
              stage().doctor(u"b@127.0.0.1"_s));
    }

    void differsAtOneOfAPair()
    {
        Peer *a = stage().node("a");
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(setCookie(*a, *b, "another"), u"{ok,true}"_s);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        mayRefuseADigest();
        FINDS(stage(), Expected::fault({"cookie_mismatch"}, Certainty::Certain), stage().doctor(Pair));
    }

    // Only the digests of both, computed there, can tell it: A's answer to us is the same `false`.
    void differsAtTheOtherOfAPair()
    {
        Peer *a = stage().node("a");
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(setCookie(*b, *a, "another"), u"{ok,true}"_s);
        mayRefuseADigest();
        FINDS(stage(), Expected::fault({"cookie_mismatch"}, Certainty::Certain), stage().doctor(Pair));
    }

    void crossed()
    {
        Peer *a = stage().node("a", {}, "cookie-of-a");
        Peer *b = stage().node("b", {}, "cookie-of-b");
        QVERIFY(a && b);
        // With one side set it works; the other side breaks it.
        QCOMPARE(setCookie(*a, *b, "cookie-of-b"), u"{ok,true}"_s);
        QCOMPARE(connectThere(*a, *b), u"{ok,true}"_s);
        QCOMPARE(a->evaluate(u"erlang:disconnect_node('b@127.0.0.1')."_s), u"{ok,true}"_s);
        QCOMPARE(setCookie(*b, *a, "cookie-of-a"), u"{ok,true}"_s);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        mayRefuseADigest();
        // One cookie file opens one of the two: more than that the cookies differ cannot be known then.
        const QString file = u" --cookie-file "_s + ownFile(u"a"_s, "cookie-of-a");
        FINDS(stage(), Expected::fault({"cookie_crossed", "cookie_mismatch"}, Certainty::CannotDistinguish),
              stage().doctor(Pair + file));
        const QString other = u" --cookie-file b@127.0.0.1="_s + ownFile(u"b"_s, "cookie-of-b");
        FINDS(stage(), Expected::fault({"cookie_crossed"}, Certainty::Certain),
              stage().doctor(Pair + file + other));
    }

    // A real vm.args: what is behind `#` is a comment, and the file that we read holds it all.
    void truncated()
    {
        Peer::Options options;
        options.name = nodescope::base::NodeName::literal(u"b@127.0.0.1");
        options.flags = QStringList{u"-args_file"_s, ownFile(u"vm.args"_s, "-setcookie abc#def\n")};
        options.withCookie = false;
        Peer *b = stage().node(options);
        QVERIFY(b);
        QCOMPARE(b->evaluate(u"erlang:get_cookie()."_s), u"{ok,abc}"_s);
        (void)ownFile(u"cookie"_s, "abc#def");
        mayRefuseADigest();
        FINDS(stage(), Expected::fault({"cookie_truncated", "cookie_mismatch"}),
              stage().doctor(u"b@127.0.0.1"_s));
    }

    // What the node that refused has in its log, in the words of its release.
    void logOfARefusal()
    {
        Peer *a = stage().node("a", {}, "another");
        Peer *b = stage().node("b");
        QVERIFY(a && b);
        QCOMPARE(connectThere(*a, *b), u"{ok,false}"_s);
        const QString log = Stage::logOf(*b);
        QVERIFY2(log.contains("Invalid challenge reply"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"cookie_mismatch"}), stage().explain(log));
    }

    void fileMode()
    {
        const QString file = ownFile(u".erlang.cookie"_s, "abcdef");
        QVERIFY(QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::ReadOther));
        const QString log = stage().startOf({u"-name"_s, u"b@127.0.0.1"_s});
        QVERIFY2(log.contains("must be accessible by owner only"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"cookie_file_mode"}), stage().explain(log));
    }

    // Root's file, and a node of another user.
    void fileUnreadable()
    {
        if (::geteuid() != 0)
            QSKIP("needs root, to start a node as another user");
        const QStringList asNobody{u"setpriv"_s, u"--reuid=65534"_s, u"--clear-groups"_s};
        const QString log = stage().startOf({u"-name"_s, u"b@127.0.0.1"_s}, {}, asNobody);
        QVERIFY2(log.contains("eacces"_L1), qPrintable(log));
        FINDS(stage(), Expected::fault({"cookie_file_unreadable"}), stage().explain(log));
    }

    // The person's own cookie file, the service's node: to the dialler this is any wrong cookie.
    void ofAnotherUser()
    {
        QVERIFY(stage().node("b", {}, "of-the-service"));
        (void)ownFile(u"cookie"_s, "of-the-person");
        mayRefuseADigest();
        FINDS(stage(), Expected::fault({"cookie_of_other_user", "cookie_mismatch"}),
              stage().doctor(u"b@127.0.0.1"_s));
    }
};

QTEST_GUILESS_MAIN(tst_DoctorCookies)
#include "tst_DoctorCookies.moc"
