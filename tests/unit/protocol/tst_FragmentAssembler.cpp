#include <QtTest>

#include "protocol/link/FragmentAssembler.h"

using namespace nodescope;
using namespace nodescope::protocol;
using Fault = FragmentAssembler::Fault;
using Outcome = FragmentAssembler::Outcome;

namespace {
bool isPending(const Outcome &outcome)
{
    return std::holds_alternative<FragmentAssembler::Pending>(outcome);
}
Fault faultOf(const Outcome &outcome)
{
    const Fault *fault = std::get_if<Fault>(&outcome);
    return fault ? *fault : Fault(255);
}
} // namespace

class tst_FragmentAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is before the message stays where it is, and is no part of it.
    void aMessageMayBeginBehindAHeader()
    {
        FragmentAssembler fragments;
        QVERIFY(isPending(fragments.begin(1, 2, "headmess", {}, {}, 0, 4)));
        const Outcome outcome = fragments.append(1, 1, "age", {});
        const auto &complete = std::get<FragmentAssembler::Complete>(outcome);
        QCOMPARE(complete.bytes.sliced(complete.from), QByteArray("message"));
        QCOMPARE(fragments.heldBytes(), 0);

        QVERIFY(isPending(fragments.begin(2, 3, "headmess", {}, {}, 0, 4)));
        QVERIFY(isPending(fragments.skip(2, 2, 1'000'000, {})));
        const Outcome last = fragments.append(2, 1, "age", {});
        QCOMPARE(std::get<FragmentAssembler::Dropped>(last).head, QByteArray("mess"));
        QCOMPARE(fragments.heldBytes(), 0);
    }

    void sequencesInterleave()
    {
        FragmentAssembler fragments;
        QVERIFY(isPending(fragments.begin(1, 3, "a", {"atom"}, {})));
        QVERIFY(isPending(fragments.begin(2, 2, "x", {}, {})));
        QVERIFY(isPending(fragments.append(1, 2, "b", {})));
        const Outcome second = fragments.append(2, 1, "y", {});
        QCOMPARE(std::get<FragmentAssembler::Complete>(second).bytes, QByteArray("xy"));
        const Outcome first = fragments.append(1, 1, "c", {});
        const auto &complete = std::get<FragmentAssembler::Complete>(first);
        QCOMPARE(complete.bytes, QByteArray("abc"));
        QCOMPARE(complete.atoms, HeaderAtoms{"atom"});
        QCOMPARE(complete.fragments, 3);
        QCOMPARE(fragments.openSequences(), 0);
        QCOMPARE(fragments.heldBytes(), 0);
    }
    void atomsCountToo()
    {
        Limits limits;
        limits.openFragmentBytes = 100'000;
        FragmentAssembler fragments(limits);
        for (quint64 i = 0; i < 1'000; ++i) {
            HeaderAtoms atoms;
            for (int atom = 0; atom < 255; ++atom)
                atoms.push_back(QByteArray(1'020, char(i)));
            QVERIFY(isPending(fragments.begin(i, 2, "x", std::move(atoms), {})));
            QVERIFY(fragments.heldBytes() <= limits.openFragmentBytes);
        }
        QVERIFY(std::holds_alternative<FragmentAssembler::Dropped>(fragments.append(0, 1, "y", {})));
    }
    void oneFragmentIsAMessage()
    {
        FragmentAssembler fragments;
        const Outcome outcome = fragments.begin(1, 1, "all", {}, {});
        QCOMPARE(std::get<FragmentAssembler::Complete>(outcome).bytes, QByteArray("all"));
    }
    void misuseIsAFault()
    {
        FragmentAssembler fragments;
        QCOMPARE(faultOf(fragments.append(9, 1, "x", {})), Fault::UnknownSequence);
        QCOMPARE(faultOf(fragments.begin(1, 0, "x", {}, {})), Fault::NoFragments);
        QVERIFY(isPending(fragments.begin(1, 4, "x", {}, {})));
        QCOMPARE(faultOf(fragments.begin(1, 4, "x", {}, {})), Fault::DuplicateStart);
        QCOMPARE(faultOf(fragments.append(1, 4, "x", {})), Fault::OutOfOrder); // twice the same
        QCOMPARE(faultOf(fragments.append(1, 2, "x", {})), Fault::OutOfOrder); // one left out
        QCOMPARE(faultOf(fragments.append(1, 0, "x", {})), Fault::NoFragments);
        QVERIFY(isPending(fragments.append(1, 3, "x", {})));
    }
    void unfinishedSequencesAreBounded()
    {
        Limits limits;
        FragmentAssembler fragments(limits);
        Outcome outcome = FragmentAssembler::Pending();
        quint64 sequence = 0;
        const QByteArray bytes(64 * 1024, 'x');
        while (isPending(outcome) && sequence < 10'000)
            outcome = fragments.begin(++sequence, 1000, bytes, {}, {});
        QCOMPARE(faultOf(outcome), Fault::TooManySequences);
        QCOMPARE(fragments.openSequences(), limits.openFragmentSequences);
        QVERIFY(fragments.heldBytes() <= limits.openFragmentBytes);
    }
    void tooLongMessagesAreDroppedAndFollowed()
    {
        Limits limits;
        limits.fragmentedMessage = 10;
        FragmentAssembler fragments(limits);
        QVERIFY(isPending(fragments.begin(1, 4, "12345", {"atom"}, {})));
        QVERIFY(isPending(fragments.append(1, 3, "67890x", {})));
        QCOMPARE(fragments.heldBytes(), 0);
        QVERIFY(isPending(fragments.append(1, 2, "more", {})));
        const Outcome outcome = fragments.append(1, 1, "end", {});
        const auto &dropped = std::get<FragmentAssembler::Dropped>(outcome);
        QCOMPARE(dropped.size, 18);
        QCOMPARE(dropped.head, QByteArray("1234567890x"));
        QCOMPARE(fragments.openSequences(), 0);
    }
    void skippedFragmentsDropTheMessage()
    {
        FragmentAssembler fragments;
        QVERIFY(isPending(fragments.begin(1, 3, "abc", {}, {})));
        QVERIFY(isPending(fragments.skip(1, 2, 1'000'000'000, {})));
        const Outcome outcome = fragments.append(1, 1, "end", {});
        QCOMPARE(std::get<FragmentAssembler::Dropped>(outcome).size, 1'000'000'006);
    }
    void oldSequencesGiveTheirBytesBack()
    {
        using std::chrono::seconds;
        const base::Instant start{};
        FragmentAssembler fragments;
        QVERIFY(isPending(fragments.begin(1, 3, "abc", {}, start)));
        QVERIFY(isPending(fragments.begin(2, 3, "abc", {}, start + seconds(30))));
        QCOMPARE(fragments.expire(start + seconds(59)), 0);
        QCOMPARE(fragments.expire(start + seconds(60)), 1);
        QCOMPARE(fragments.heldBytes(), 3);
        QVERIFY(isPending(fragments.append(1, 2, "d", start + seconds(61)))); // late, and no breach
        QVERIFY(std::holds_alternative<FragmentAssembler::Dropped>(
            fragments.append(1, 1, "e", start + seconds(61))));
    }
    void afterForgettingNothingIsGlued()
    {
        FragmentAssembler fragments;
        QVERIFY(isPending(fragments.begin(1, 3, "abc", {}, {})));
        QVERIFY(isPending(fragments.begin(2, 4, "abc", {}, {})));
        QCOMPARE(fragments.forget(), 2);
        QCOMPARE(fragments.heldBytes(), 0);
        // The next that was awaited, and one that was not: both messages are dropped at their end.
        QVERIFY(std::holds_alternative<FragmentAssembler::Dropped>(fragments.append(2, 1, "d", {})));
        QVERIFY(isPending(fragments.append(1, 2, "d", {})));
        QVERIFY(std::holds_alternative<FragmentAssembler::Dropped>(fragments.append(1, 1, "e", {})));
        // The end of one whose beginning nobody saw.
        QVERIFY(isPending(fragments.append(9, 2, "x", {})));
        QVERIFY(std::holds_alternative<FragmentAssembler::Dropped>(fragments.append(9, 1, "y", {})));
        // A number that is used again, while the end of the old message was lost.
        QVERIFY(isPending(fragments.append(5, 7, "old", {})));
        QVERIFY(isPending(fragments.begin(5, 2, "new", {}, {}, 1)));
        const Outcome outcome = fragments.append(5, 1, " one", {});
        QCOMPARE(std::get<FragmentAssembler::Complete>(outcome).bytes, QByteArray("new one"));
        QCOMPARE(std::get<FragmentAssembler::Complete>(outcome).unknownAtoms, 1);
        // What was begun afterwards is held to the rules.
        QVERIFY(isPending(fragments.begin(6, 3, "a", {}, {})));
        QCOMPARE(faultOf(fragments.begin(6, 3, "a", {}, {})), Fault::DuplicateStart);
        QCOMPARE(faultOf(fragments.append(6, 1, "c", {})), Fault::OutOfOrder);
        QCOMPARE(faultOf(fragments.append(77, 0, "c", {})), Fault::NoFragments);
    }
    void orphansAreBounded()
    {
        Limits limits;
        limits.openFragmentSequences = 10;
        FragmentAssembler fragments(limits);
        QCOMPARE(fragments.forget(), 0);
        for (quint64 sequence = 0; sequence < 1000; ++sequence) {
            QVERIFY(isPending(fragments.append(sequence, 5, "x", {})));
            QVERIFY(fragments.openSequences() <= 10);
        }
        for (quint64 sequence = 2000; sequence < 2010; ++sequence)
            QVERIFY(isPending(fragments.begin(sequence, 5, "x", {}, {})));
        QCOMPARE(faultOf(fragments.append(11, 5, "x", {})), Fault::TooManySequences);
    }
};

QTEST_APPLESS_MAIN(tst_FragmentAssembler)
#include "tst_FragmentAssembler.moc"
