// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/column_choice.h"

#include <QTest>

using namespace datasets::v1;

class ColumnChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChoiceTakesTheOnesBeforeItBack()
    {
        ColumnMap map = withProperty({}, "plan", "tier");
        QCOMPARE(propertyOf(map, "plan"), std::string("tier"));
        map = withLeftOut(map, "plan");
        QCOMPARE(propertyOf(map, "plan"), std::string("plan"));
        QCOMPARE(map.leave_out_size(), 1);
        map = withLeftOut(map, "plan");
        QCOMPARE(map.leave_out_size(), 1);
        map = withPart(map, COLUMN_ROLE_USER, "plan");
        QCOMPARE(map.leave_out_size(), 0);
        map = withPart(map, COLUMN_ROLE_EVENT, "plan");
        QCOMPARE(map.event(), std::string("plan"));
        QCOMPARE(map.user(), std::string());
        map = withProperty(map, "plan", "plan");
        QCOMPARE(map.ByteSizeLong(), std::size_t(0)); // nothing is chosen any more
    }

    void otherColumnsKeepTheirs()
    {
        ColumnMap map = withPart(withLeftOut(withProperty({}, "a", "b"), "c"), COLUMN_ROLE_TIME, "d");
        map = withLeftOut(map, "e");
        QCOMPARE(propertyOf(map, "a"), std::string("b"));
        QCOMPARE(map.leave_out_size(), 2);
        QCOMPARE(map.time(), std::string("d"));
        QCOMPARE(withPart(map, COLUMN_ROLE_TIME, {}).time(), std::string()); // as the service finds it
    }
};

QTEST_GUILESS_MAIN(ColumnChoiceTest)
#include "column_choice_test.moc"
