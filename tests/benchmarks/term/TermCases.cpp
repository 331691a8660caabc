#include "TermCases.h"

#include <QRandomGenerator>

#include "term/TermBuilder.h"

namespace nodescope::bench {

namespace {

using term::Term;
using term::TermBuilder;

Term integers()
{
    QRandomGenerator random(1);
    TermBuilder builder;
    constexpr int Count = 1'000'000;
    for (int i = 0; i < Count; ++i)
        builder.integer(random.bounded(i % 2 ? 256 : 100'000'000));
    builder.list(Count);
    return builder.take();
}

Term mapOfAtoms()
{
    TermBuilder builder;
    constexpr int Count = 100'000;
    for (int i = 0; i < Count; ++i) {
        builder.atom(QString(u"key_" + QString::number(i)));
        builder.integer(i);
        builder.binary("value" + QByteArray(1, static_cast<char>(i % 251)));
        builder.real(i * 1.5);
        builder.tuple(3);
    }
    builder.map(Count);
    return builder.take();
}

void pair(TermBuilder &builder, QStringView name, qint64 value)
{
    builder.atom(name);
    builder.integer(value);
    builder.tuple(2);
}

void process(TermBuilder &builder, quint32 number)
{
    const term::Pid leader{QStringLiteral("node@host"), 64, 0, 1};
    builder.atom(u"current_function");
    builder.atom(u"gen_server");
    builder.atom(u"loop");
    builder.integer(7);
    builder.tuple(3);
    builder.tuple(2);
    builder.atom(u"links");
    for (quint32 i = 0; i < 3; ++i)
        builder.pid({QStringLiteral("node@host"), number + i, 0, 1});
    builder.list(3);
    builder.tuple(2);
    builder.atom(u"group_leader");
    builder.pid(leader);
    builder.tuple(2);
    builder.atom(u"dictionary");
    builder.atom(u"$initial_call");
    builder.charlist(u"some string of a process");
    builder.binary(QByteArray("some bytes"));
    builder.tuple(3);
    builder.list(1);
    builder.tuple(2);
    constexpr std::array<QStringView, 9> Names{u"message_queue_len",  u"total_heap_size", u"heap_size",
                                               u"stack_size",         u"reductions",      u"min_heap_size",
                                               u"min_bin_vheap_size", u"fullsweep_after", u"minor_gcs"};
    for (QStringView name : Names)
        pair(builder, name, name.size() * 377 * number);
    builder.list(4 + std::ssize(Names));
}

Term processInfo()
{
    TermBuilder builder;
    constexpr quint32 Count = 7'000;
    for (quint32 i = 0; i < Count; ++i)
        process(builder, i);
    builder.list(Count);
    return builder.take();
}

/// `{a,[{a,[…]}]}`: the builder wants the first elements of all tuples before what they hold.
Term nested()
{
    TermBuilder builder;
    constexpr int Depth = 50'000;
    for (int i = 0; i < Depth; ++i)
        builder.atom(u"a");
    builder.nil();
    for (int i = 0; i < Depth; ++i) {
        builder.list(1);
        builder.tuple(2);
    }
    return builder.take();
}

Term strings()
{
    TermBuilder builder;
    constexpr int Count = 50'000;
    for (int i = 0; i < Count; ++i)
        builder.charlist(QStringLiteral("Process %1 on node app@host%2 is running").arg(i).arg(i % 50));
    builder.list(Count);
    return builder.take();
}

} // namespace

std::vector<TermCase> termCases()
{
    return {{"integers", integers()},        {"atom_map", mapOfAtoms()},
            {"process_info", processInfo()}, {"nested", nested()},
            {"strings", strings()},          {"binary", Term::binary(QByteArray(10 * 1024 * 1024, 'b'))}};
}

} // namespace nodescope::bench
