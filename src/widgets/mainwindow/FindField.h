#pragma once

#include "widgets/tables/FilterField.h"

namespace nodescope::widgets {

/// The Find field of the toolbar: filters the list of nodes.
class FindField : public FilterField
{
    Q_OBJECT

public:
    explicit FindField(const cluster::ClusterStore &store, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void retranslate() override;
};

} // namespace nodescope::widgets
