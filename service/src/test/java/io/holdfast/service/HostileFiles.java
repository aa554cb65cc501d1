package io.holdfast.service;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Files as they are sent in, small ones of each kind that the service reads, good ones among them. */
final class HostileFiles {

    /** Taken apart at the tildes; a bar stands for the line end of calendars. */
    private static final String TEXTS = """
            date,kind,name
            2026-02-17,holiday,New year
            2026-02-18,blackout,freeze
            ~date,kind,name
            2026-02-30,holiday,"open
            ~date,kind,name
            +1000000000-01-01,holiday,\0
            ~BEGIN:VCALENDAR|VERSION:2.0|PRODID:x|BEGIN:VEVENT|UID:1|DTSTAMP:20260101T000000Z|DTSTART;VALUE=DATE:20260217|\
            SUMMARY:new year|END:VEVENT|END:VCALENDAR|~BEGIN:VCALENDAR|VERSION:2.0|PRODID:x|BEGIN:VEVENT|\
            DTSTART;TZID=No/Where:20260217T000000|RRULE:FREQ=SECONDLY|SUMMARY:x|END:VEVENT|END:VCALENDAR|\
            ~BEGIN:VCALENDAR|BEGIN:VEVENT|DTSTART:99999999|ATTACH;VALUE=URI:::::|END:VALARM|\
            ~id,type,name,site
            r-1,rack,Rack 1,
            ,host,h,
            r-1,host,twice,nowhere
            ~from,to,type
            r-1,r-2,depends
            r-1,r-1,
            ~time;caller;callee
            1;a;b
            2;b;c
            ~caller,callee,calls
            a,b,3
            b,a,-1
            ~[{"model": "dcim.site", "pk": 1, "fields": {"name": "a\\u0000b", "region": 9}}]
            ~[{"model": "dcim.device", "pk": 1, "fields": {"name": null, "rack": [[[1]]], "site": {}}}]
            ~holdfast: 1
            name: a
            ~holdfast: 1
            assets: &a [*a]
            ~holdfast: !!a.Gadget [!!b.Address ["http://127.0.0.1:1"]]
            ~<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>
            ~""";

    /** Tables, calendars, dumps, models, and what is none of these. */
    static final List<byte[]> ALL = Stream.concat(
                    Stream.of(TEXTS.split("~"))
                            .map(text -> text.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8)),
                    Stream.of(
                            new byte[] {31, -117, 8, 0, 0, 0, 0, 0, 0, 3, 75, 4, 0, 67, -66, -73, -24, 1, 0, 0, 0},
                            new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2, 3}))
            .toList();

    private HostileFiles() {}
}
