#include "widgets/send/ErrandWords.h"

#include <QCoreApplication>
#include <QLocale>

#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;
using doctor::PlannedStep;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Errand)
};

QString placeFor(const base::NodeName &where)
{
    return where.isNull() ? Text::tr("this program") : visibleText(where.text(), 100);
}

} // namespace

QString wordFor(ErrandKind kind)
{
    switch (kind) {
    case ErrandKind::Send:
        return Text::tr("Send a message");
    case ErrandKind::GenCall:
        return Text::tr("gen_server call");
    case ErrandKind::GenCast:
        return Text::tr("gen_server cast");
    case ErrandKind::Call:
        return Text::tr("Call a function");
    case ErrandKind::Exit:
        return Text::tr("Send an exit signal");
    case ErrandKind::Monitor:
        break;
    }
    return Text::tr("Monitor a process");
}

QString wordFor(ErrandStepKind kind)
{
    switch (kind) {
    case ErrandStepKind::Prepared:
        return Text::tr("A process is ready");
    case ErrandStepKind::Sent:
        return Text::tr("Sent");
    case ErrandStepKind::Relayed:
        return Text::tr("Sent over its own link");
    case ErrandStepKind::Delivered:
        return Text::tr("Delivered");
    case ErrandStepKind::Absent:
        return Text::tr("Nobody is there");
    case ErrandStepKind::NotKnown:
        return Text::tr("Whether it arrived is not known");
    case ErrandStepKind::Answered:
        return Text::tr("Answered");
    case ErrandStepKind::Raised:
        return Text::tr("Raised");
    case ErrandStepKind::Ended:
        return Text::tr("The process ended");
    case ErrandStepKind::StillAlive:
        return Text::tr("The process is still alive");
    case ErrandStepKind::TimedOut:
        return Text::tr("No answer in time");
    case ErrandStepKind::Failed:
        break;
    }
    return Text::tr("Failed");
}

QString lineFor(const PlannedStep &step)
{
    const QString code = visibleText(step.code, 400);
    switch (step.purpose) {
    case PlannedStep::Purpose::Prepare:
        return Text::tr("first on %1: %2").arg(placeFor(step.where), code);
    case PlannedStep::Purpose::Act:
        return Text::tr("on %1: %2").arg(placeFor(step.where), code);
    case PlannedStep::Purpose::Check:
        return Text::tr("then, to see whether it arrived, on %1: %2").arg(placeFor(step.where), code);
    case PlannedStep::Purpose::Await:
        break;
    }
    return Text::tr("answers come to a process of %1").arg(placeFor(step.where));
}

QString detailOf(const ErrandStep &step)
{
    if (step.kind == ErrandStepKind::NotKnown && step.detail == QStringLiteral("alias"))
        return Text::tr("an alias tells nobody whether it works");
    if (step.kind != ErrandStepKind::Failed)
        return visibleText(step.detail);
    if (step.detail == QStringLiteral("acting_not_armed"))
        return Text::tr("acting is off for this cluster");
    if (step.detail == QStringLiteral("noconnection"))
        return Text::tr("there is no link to the node");
    if (step.detail == QStringLiteral("too_many"))
        return Text::tr("too many of these are under way");
    if (step.detail == QStringLiteral("no_such_target"))
        return Text::tr("that is no process");
    return visibleText(step.detail);
}

QString timeAfter(base::Duration after)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(after).count();
    return Text::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 100 ? 2 : 0));
}

QString sentenceFor(term::ParseError::Code code)
{
    using Code = term::ParseError::Code;
    switch (code) {
    case Code::Empty:
        return Text::tr("there is no term");
    case Code::UnexpectedEnd:
        return Text::tr("what is opened here is not closed");
    case Code::UnexpectedCharacter:
        return Text::tr("no term goes on like this");
    case Code::TrailingText:
        return Text::tr("the term ends before this");
    case Code::UnterminatedText:
        return Text::tr("the closing quote is missing");
    case Code::BadEscape:
        return Text::tr("there is no such escape");
    case Code::BadNumber:
        return Text::tr("this is no number");
    case Code::BadCharacter:
        return Text::tr("a character is missing here");
    case Code::AtomTooLong:
        return Text::tr("an atom has at most 255 characters");
    case Code::BadSegment:
        return Text::tr("this cannot stand in a binary");
    case Code::BadIdentifier:
        return Text::tr("this is no pid, port or reference");
    case Code::LocalPid:
        return Text::tr("a pid must name its node here");
    case Code::FunNotReadable:
        return Text::tr("a local function cannot be written");
    case Code::NotData:
        return Text::tr("only data can be sent: no variables, calls or operators");
    case Code::BadFunction:
        return Text::tr("a function is written with module, name and arity");
    case Code::BadRecord:
        return Text::tr("this is no record");
    case Code::DuplicateKey:
        return Text::tr("the map has this key already");
    case Code::TooManyValues:
        break;
    }
    return Text::tr("the term has too many values");
}

} // namespace nodescope::widgets
