#include "dist/Connection.h"

#include <algorithm>

namespace nodescope::dist {

ConnectProblem ConnectFailure::problem() const
{
    const auto has = [this](ConnectProblem problem) {
        return std::any_of(attempts.begin(), attempts.end(),
                           [problem](const FailedConnect &attempt) { return attempt.problem == problem; });
    };
    for (const ConnectProblem problem :
         {ConnectProblem::Refused, ConnectProblem::TimedOut, ConnectProblem::HostUnreachable}) {
        if (has(problem))
            return problem;
    }
    return ConnectProblem::Other;
}

} // namespace nodescope::dist
