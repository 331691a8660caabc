#include "widgets/send/ErrandWords.h"

#include <QCoreApplication>
#include <QLocale>

#include "cluster/Message.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;
using doctor::PlannedStep;

namespace {

class ErrandText
{
    Q_DECLARE_TR_FUNCTIONS(Errand)
};

/// Steps tell terms in Erlang's syntax. What is no term, or is cut, stays as it is.
QString inSyntax(const QString &detail, term::Syntax syntax)
{
    if (syntax == term::Syntax::Erlang || detail.isEmpty())
        return detail;
    const auto term = term::parse(detail, {});
    return term.ok() ? doctor::shownTerm(*term, cluster::MessageStep::MaxText, syntax) : detail;
}

QString placeFor(const base::NodeName &where)
{
    return where.isNull() ? ErrandText::tr("this program") : visibleText(where.text(), 100);
}

} // namespace

QString wordFor(ErrandKind kind)
{
    switch (kind) {
    case ErrandKind::Send:
        return ErrandText::tr("Send a message");
    case ErrandKind::GenCall:
        return ErrandText::tr("gen_server call");
    case ErrandKind::GenCast:
        return ErrandText::tr("gen_server cast");
    case ErrandKind::Call:
        return ErrandText::tr("Call a function");
    case ErrandKind::Exit:
        return ErrandText::tr("Send an exit signal");
    case ErrandKind::Monitor:
        break;
    }
    return ErrandText::tr("Monitor a process");
}

QString wordFor(ErrandStepKind kind)
{
    switch (kind) {
    case ErrandStepKind::Prepared:
        return ErrandText::tr("A process is ready");
    case ErrandStepKind::Sent:
        return ErrandText::tr("Sent");
    case ErrandStepKind::Relayed:
        return ErrandText::tr("Sent over its own link");
    case ErrandStepKind::Delivered:
        return ErrandText::tr("Delivered");
    case ErrandStepKind::Absent:
        return ErrandText::tr("Nobody is there");
    case ErrandStepKind::NotKnown:
        return ErrandText::tr("Whether it arrived is not known");
    case ErrandStepKind::Answered:
        return ErrandText::tr("Answered");
    case ErrandStepKind::Raised:
        return ErrandText::tr("Raised");
    case ErrandStepKind::Ended:
        return ErrandText::tr("The process ended");
    case ErrandStepKind::StillAlive:
        return ErrandText::tr("The process is still alive");
    case ErrandStepKind::TimedOut:
        return ErrandText::tr("No answer in time");
    case ErrandStepKind::Failed:
        break;
    }
    return ErrandText::tr("Failed");
}

QString lineFor(const PlannedStep &step)
{
    const QString code = visibleText(step.code, 400);
    switch (step.purpose) {
    case PlannedStep::Purpose::Prepare:
        return ErrandText::tr("first on %1: %2").arg(placeFor(step.where), code);
    case PlannedStep::Purpose::Act:
        return ErrandText::tr("on %1: %2").arg(placeFor(step.where), code);
    case PlannedStep::Purpose::Check:
        return ErrandText::tr("then, to see whether it arrived, on %1: %2").arg(placeFor(step.where), code);
    case PlannedStep::Purpose::Await:
        break;
    }
    return ErrandText::tr("answers come to a process of %1").arg(placeFor(step.where));
}

QString detailOf(const ErrandStep &step, term::Syntax syntax)
{
    if (step.kind == ErrandStepKind::NotKnown && step.detail == QStringLiteral("alias"))
        return ErrandText::tr("an alias tells nobody whether it works");
    if (step.kind != ErrandStepKind::Failed)
        return visibleText(inSyntax(step.detail, syntax));
    if (step.detail == QStringLiteral("acting_not_armed"))
        return ErrandText::tr("acting is off for this cluster");
    if (step.detail == QStringLiteral("noconnection"))
        return ErrandText::tr("there is no link to the node");
    if (step.detail == QStringLiteral("too_many"))
        return ErrandText::tr("too many of these are under way");
    if (step.detail == QStringLiteral("no_such_target"))
        return ErrandText::tr("that is no process");
    return visibleText(step.detail);
}

QString timeAfter(base::Duration after)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(after).count();
    return ErrandText::tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 100 ? 2 : 0));
}

QString sentenceFor(term::ParseError::Code code)
{
    using Code = term::ParseError::Code;
    switch (code) {
    case Code::Empty:
        return ErrandText::tr("there is no term");
    case Code::UnexpectedEnd:
        return ErrandText::tr("what is opened here is not closed");
    case Code::UnexpectedCharacter:
        return ErrandText::tr("no term goes on like this");
    case Code::TrailingText:
        return ErrandText::tr("the term ends before this");
    case Code::UnterminatedText:
        return ErrandText::tr("the closing quote is missing");
    case Code::BadEscape:
        return ErrandText::tr("there is no such escape");
    case Code::BadNumber:
        return ErrandText::tr("this is no number");
    case Code::BadCharacter:
        return ErrandText::tr("a character is missing here");
    case Code::AtomTooLong:
        return ErrandText::tr("an atom has at most 255 characters");
    case Code::BadSegment:
        return ErrandText::tr("this cannot stand in a binary");
    case Code::BadIdentifier:
        return ErrandText::tr("this is no pid, port or reference");
    case Code::LocalPid:
        return ErrandText::tr("a pid must name its node here");
    case Code::FunNotReadable:
        return ErrandText::tr("a local function cannot be written");
    case Code::NotData:
        return ErrandText::tr("only data can be sent: no variables, calls or operators");
    case Code::BadFunction:
        return ErrandText::tr("a function is written with module, name and arity");
    case Code::BadRecord:
        return ErrandText::tr("this is no record");
    case Code::DuplicateKey:
        return ErrandText::tr("the map has this key already");
    case Code::TooManyValues:
        break;
    }
    return ErrandText::tr("the term has too many values");
}

} // namespace nodescope::widgets
