package io.holdfast.service.change.internal;

import io.holdfast.service.change.ChangeKind;
import io.holdfast.service.change.Outcome;
import io.holdfast.service.change.Risk;
import io.holdfast.service.change.Route;

/** The words of a change in both languages. */
public final class ChangeWords {

    private ChangeWords() {}

    /** How a change is named by its number, such as {@code C-12}. */
    public static String number(long id) {
        return "C-" + id;
    }

    /** What is changed. */
    public static String of(ChangeKind kind, String language) {
        boolean chinese = language.equals("zh-Hant");
        return switch (kind) {
            case HARDWARE -> chinese ? "硬體" : "hardware";
            case NETWORK -> chinese ? "網路" : "network";
            case SOFTWARE -> chinese ? "軟體" : "software";
            case CONFIGURATION -> chinese ? "組態設定" : "configuration";
            case DATA -> chinese ? "資料" : "data";
            case SECURITY -> chinese ? "資訊安全" : "security";
            case FACILITY -> chinese ? "機房設施" : "facility";
            case SUPPLIER -> chinese ? "供應商" : "supplier";
            case PROCEDURE -> chinese ? "作業程序" : "procedure";
            case OTHER -> chinese ? "其他" : "other";
        };
    }

    /** Who agrees when. */
    public static String of(Route route, String language) {
        boolean chinese = language.equals("zh-Hant");
        return switch (route) {
            case ORDINARY -> chinese ? "一般變更" : "ordinary";
            case EMERGENCY -> chinese ? "緊急變更" : "emergency";
        };
    }

    /** How much can go wrong. */
    public static String of(Risk risk, String language) {
        boolean chinese = language.equals("zh-Hant");
        return switch (risk) {
            case LOW -> chinese ? "低" : "low";
            case MEDIUM -> chinese ? "中" : "medium";
            case HIGH -> chinese ? "高" : "high";
        };
    }

    /** How it went. */
    public static String of(Outcome outcome, String language) {
        boolean chinese = language.equals("zh-Hant");
        return switch (outcome) {
            case SUCCESS -> chinese ? "成功" : "success";
            case PARTLY -> chinese ? "部分完成" : "partly done";
            case BACKED_OUT -> chinese ? "失敗並已還原" : "failed and backed out";
        };
    }
}
