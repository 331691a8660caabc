# Tables: their look, and the words over the models.
target_sources(nodescope_widgets PRIVATE
    tables/ColumnMemory.cpp tables/ColumnMemory.h
    tables/DataTable.cpp tables/DataTable.h
    tables/FilterField.cpp tables/FilterField.h
    tables/FilterHelp.cpp tables/FilterHelp.h
    tables/FollowNewest.cpp tables/FollowNewest.h
    tables/TableWords.cpp tables/TableWords.h)
