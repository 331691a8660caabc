#include "widgets/doctor/DoctorWords.h"

#include <QCoreApplication>

#include "cluster/Node.h"
#include "doctor/CauseText.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

using namespace cluster;

namespace {
class DoctorText
{
    Q_DECLARE_TR_FUNCTIONS(DoctorWords)
};
} // namespace

Outcome outcomeOf(const Examination &examination)
{
    if (examination.running)
        return Outcome::Running;
    if (examination.diagnosis.ok())
        return Outcome::Connects;
    if (examination.diagnosis.cause == Cause::Cancelled)
        return Outcome::GivenUp;
    const bool open = examination.diagnosis.certainty == Certainty::CannotDistinguish ||
                      examination.diagnosis.cause == Cause::Unknown;
    return open ? Outcome::Uncertain : Outcome::Fails;
}

QString verdictOf(const Examination &examination)
{
    return examination.running ? DoctorText::tr("Examining…") : doctor::titleOf(examination.diagnosis);
}

QString endsOf(const base::NodeName &from, const base::NodeName &to)
{
    if (from.isNull() || from == selfName())
        return nameFor(to);
    return nameFor(from) + QStringLiteral(" → ") + nameFor(to);
}

} // namespace nodescope::widgets
