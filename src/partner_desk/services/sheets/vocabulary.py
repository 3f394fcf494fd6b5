"""What real sheets call their columns, in English and Spanish, and which of our fields is meant."""

from collections.abc import Mapping
from functools import cache

from partner_desk.model.folding import fold
from partner_desk.model.registry import KINDS
from partner_desk.services.sheets.targets import fields_for

# By path: what headings mean it whatever a row is. All in folded form, parted by bars.
_ANY = {
    "address.whole": "address|full address|mailing address|street address|physical address|"
    "location address|site address|complete address|direccion|domicilio|location 1|program address|"
    "agency address|organization address|office address|camp address|school address|ubicacion",
    "address.address_1": "address 1|address1|address line 1|street|street 1|addr|addr 1|addr1|"
    "line 1|calle|address street|street line 1",
    "address.address_2": "address 2|address2|address line 2|street 2|addr 2|addr2|suite|unit|apt|"
    "floor|room|line 2|piso|street line 2",
    "address.city": "city|town|city town|city name|municipality|site city|mailing city|ciudad|"
    "pueblo|localidad|program city|org city",
    "address.region": "county|borough|neighborhood|neighbourhood|community|district|region|area|"
    "site county|borough community|ward|condado|barrio|vecindario",
    "address.state_province": "state|st|province|state province|site state|mailing state|estado|"
    "stabbr|provincia",
    "address.postal_code": "zip|zip code|zipcode|postal|postal code|postcode|post code|zip postal|"
    "site zip|mailing zip|codigo postal|cp|zip 5|zip4|zip 4",
    "address.country": "country|pais",
    "address.attention": "attention|attn|care of|c o|ico|in care of",
    "phone.number": "phone|telephone|tel|phone number|phone no|ph|ph no|ph number|telephone number|"
    "main phone|office phone|work phone|business phone|contact number|phones|agency phone|"
    "program phone|site phone|call|number to call|phone 1|primary phone|telefono|telefonos|"
    "numero de telefono|organization phone|org phone|camp phone|daytime phone|phone main",
    "phone.extension": "extension|ext|phone extension|phone ext|extension telefonica",
    "phone.fax": "fax|fax number|fax no|facsimile",
    "phone.cell": "cell|cell phone|mobile|mobile phone|cellphone|celular|movil",
    "contact.name": "contact|contact name|contact person|primary contact|main contact|director|"
    "executive director|program director|coordinator|program coordinator|site coordinator|"
    "point of contact|poc|liaison|staff|staff name|representative|contacto|nombre del contacto|"
    "persona de contacto|center director|site director|camp director|ceo|president|person|"
    "full name|responsible person|administrator|coordinador|coordinadora|persona|encargado",
    "contact.first": "first name|first|given name|fname|contact first name|nombre de pila|"
    "firstname|primer nombre",
    "contact.last": "last name|last|surname|family name|lname|contact last name|apellido|"
    "apellidos|lastname",
    "contact.title": "job title|position|contact title|role|contact role|puesto|cargo|"
    "contact position",
    "contact.department": "department|dept|division|departamento",
    "contact.email": "contact email|contact e mail|email of contact|director email|"
    "coordinator email|contact email address|correo del contacto",
    "contact.phone": "contact phone|director phone|coordinator phone|contact telephone|"
    "contact phone number|telefono del contacto|contact tel|contact cell|contact mobile",
    "contact.preferred_language": "preferred language|idioma preferido",
    "organization.ein": "ein|tax id|fein|federal tax id|employer identification number|tin|"
    "federal ein|ein number|ein tax id",
    "organization.key": "org id|organization id|agency id|provider id|partner id|orgid|company id",
    "location.name": "site|site name|location|location name|venue|facility|building|place|campus|"
    "facility name|program site|center name|site location|host site|lugar|sede|sitio|building name",
    "location.latitude": "lat|latitude|y coord|latitud|geo lat",
    "location.longitude": "lon|lng|long|longitude|x coord|longitud|geo lon|geo lng",
    "location.transportation": "transportation|transit|getting there|directions|transporte|"
    "transportation notes|bus lines",
    "row.key": "id|record id|row id|unique id|record number|identifier|no id",
}
_OF_TARGET: dict[str, dict[str, str]] = {
    "organization": {
        "row.key": "org id|organization id|agency id|partner id|provider id|orgid|company id|"
        "account id|vendor id|member id",
        "organization.name": "name|organization|organization name|org|org name|agency|agency name|"
        "partner|partner name|company|company name|provider|provider name|nonprofit|"
        "nonprofit name|business|business name|group name|vendor|sponsor|institution|legal name|"
        "account name|organizacion|nombre|nombre de la organizacion|agencia|socio|entidad|"
        "community partner|partner organization|organisation|organisation name|empresa",
        "organization.alternate_name": "alternate name|aka|also known as|acronym|dba|short name|"
        "abbreviation|other name|other names|sort name|former name|siglas|otros nombres",
        "organization.sector": "type|org type|organization type|agency type|partner type|sector|"
        "kind|type of organization|tipo|tipo de organizacion|entity type|business type",
        "organization.description": "description|about|mission|summary|mission statement|"
        "services|services offered|services provided|what they do|purpose|overview|descripcion|"
        "mision|servicios|org description|organization description|programs offered",
        "organization.email": "email|e mail|email address|mail|org email|organization email|"
        "agency email|correo|correo electronico|general email|main email|emails",
        "organization.website": "website|web|url|web site|webpage|web page|web address|link|"
        "homepage|internet|site url|www|org website|organization website|sitio web|pagina web|"
        "web url|agency website|website url",
        "organization.languages": "language|languages|languages spoken|idiomas|idioma",
        "organization.legal_status": "legal status|tax status|incorporation|estatus legal",
        "organization.year_incorporated": "year incorporated|founded|year founded|"
        "year established|established|ano de fundacion",
        "organization.tags": "tags|category|categories|focus area|focus areas|keywords|groups|"
        "service type|service types|services type|areas of focus|categoria|categorias|etiquetas|"
        "population served|subjects",
        "organization.notes": "notes|comments|note|comment|remarks|notas|comentarios|"
        "additional information|other information|observaciones",
    },
    "contact": {
        "contact.name": "name|nombre|nombre completo",
        "contact.title": "title|titulo",
        "contact.email": "email|e mail|email address|mail|correo|correo electronico|work email|"
        "emails|primary email",
        "contact.notes": "notes|comments|note|notas|comentarios|remarks",
        "contact.may_sign": "may sign|can sign|signatory|authorized signer|signer",
        "organization.name": "organization|organization name|org|org name|agency|agency name|"
        "partner|partner name|company|company name|employer|affiliation|organizacion|agencia|"
        "empresa|institution|school|partner organization",
        "organization.website": "website|web site|url",
    },
    "school": {
        "row.key": "school id|school code|school number|id|schoolid|codigo de escuela|sch id",
        "school.name": "name|school|school name|building name|school full name|site name|escuela|"
        "nombre|nombre de la escuela|campus|campus name|schname|sch name|row labels|site",
        "school.level": "level|school level|school type|type|grade level|nivel|grade band",
        "school.grades": "grades|grade span|grades served|grade range|grados|grades offered|"
        "grade levels",
        "school.nces_id": "nces|nces id|nces school id|nces code|nces number|nces sch id|ncessch",
        "school.principal": "principal|principal name|head of school|director|directora|"
        "school leader|contact|administrator|school principal",
        "school.phone": "phone|telephone|school phone|phone number|main phone|telefono|tel|"
        "office phone",
        "school.email": "email|school email|e mail|email address|principal email|correo|"
        "correo electronico",
        "school.latitude": "lat|latitude|y|latitud",
        "school.longitude": "lon|lng|long|longitude|x|longitud",
        "school.notes": "notes|comments|note|notas|comentarios",
    },
    "service": {
        "row.key": "program id|service id|camp id|resource id|listing id|activity id|class id|"
        "site id|fm id|course id",
        "service.name": "name|program|program name|service|service name|camp|camp name|resource|"
        "resource name|activity|activity name|class|class name|course|title|event|event name|"
        "program title|offering|programa|nombre del programa|servicio|nombre|recurso|campamento|"
        "nombre del servicio|actividad|group|workshop",
        "service.alternate_name": "alternate name|aka|also known as|acronym|short name|siglas|"
        "other names",
        "service.description": "description|program description|camp description|about|summary|"
        "service description|details|overview|services|services offered|descripcion|"
        "what is offered|activity description|detalles|description of services",
        "category.name": "category|categories|service type|program type|type|type of service|"
        "service category|topic|topics|subject|subjects|activities|activity type|focus|"
        "focus area|focus areas|interest|interests|categoria|categorias|tipo|tags|keywords|"
        "type of program|service types|tipo de servicio|resource type|camp type",
        "service.status": "status|active|service status|program status|estatus|activo",
        "age.range": "ages|age|age range|ages served|age group|age groups|edad|edades|"
        "grade level age group|ages grades|age or grade|ages served years|rango de edad",
        "age.from": "age min|min age|minimum age|start age|age from|youngest age|from age|"
        "edad minima|lowest age|ages min",
        "age.to": "age max|max age|maximum age|end age|age to|oldest age|to age|edad maxima|"
        "highest age|ages max",
        "grade.range": "grade|grades|grade level|grade levels|grades served|grade range|"
        "grade span|grados|grado|grade band",
        "grade.from": "grade min|min grade|start grade|grades min|lowest grade|from grade|"
        "grade from|grado minimo",
        "grade.to": "grade max|max grade|end grade|grades max|highest grade|to grade|grade to|"
        "grado maximo",
        "service.eligibility_description": "eligibility|who can use it|population|"
        "population served|target population|eligibility requirements|requirements|who|"
        "elegibilidad|requisitos|restrictions|population s served|clientele|participants|"
        "eligibility criteria|audience|groups",
        "service.application_process": "how to apply|application|intake|intake process|"
        "registration|how to register|how to enroll|enrollment|referral process|apply|"
        "application process|registration policy|"
        "como aplicar|inscripcion|registro|intake procedure|"
        "registration notes|how to access|access|sign up",
        "service.fees_description": "cost|fee|fees|price|costs|tuition|program fee|sliding scale|"
        "cost raw|rate|rates|charge|payment|costo|precio|tarifa|cuota|cost fee|program cost|"
        "fee structure|cuotas|weekly cost",
        "required_document.document": "required documents|documents required|what to bring|"
        "documents|documentos|documentos requeridos|papers",
        "service.wait_time": "wait time|waiting list|waitlist|wait list|lista de espera|"
        "waiting time",
        "language.name": "language|languages|languages spoken|language s|idiomas|idioma|"
        "lenguas|languages offered",
        "service.interpretation_services": "interpretation|interpretation services|interpreters",
        "service.accreditations": "accreditation|accreditations|licenses|license|certifications",
        "service.email": "email|e mail|email address|mail|program email|site email|correo|"
        "correo electronico|emails",
        "service.url": "website|web|url|web site|webpage|web page|web address|link|homepage|"
        "registration url|program url|program website|sitio web|pagina web|registration link|"
        "internet|www|website url",
        "service.assured_date": "verified|verified date|date verified|last verified|last updated|"
        "updated|verified on|date updated|last checked|verificado|fecha de verificacion",
        "service.assurer_email": "verified by",
        "service_area.name": "area served|service area|areas served|areas of service|"
        "geographic area|coverage|coverage area|zona de servicio|area de servicio",
        "accessibility.description": "accessibility|ada|wheelchair|accessible|ada accessible|"
        "accesibilidad|handicap accessible",
        "organization.name": "organization|organization name|org|org name|agency|agency name|"
        "provider|provider name|company|partner|sponsor|cbo|operator|lead agency|organizacion|"
        "agencia|provided by|offered by|organisation|sponsoring agency|community partner|"
        "nombre de la organizacion|proveedor|parent agency|institution",
        "organization.description": "agency description|organization description|"
        "org description",
        "organization.email": "organization email|agency email|org email",
        "organization.website": "organization website|agency website|org website",
        "organization.sector": "org type|organization type|agency type|provider type",
        "schedule.whole": "hours|schedule|days hours|hours of operation|days and hours|"
        "operating hours|days times|day time|days time|when|time|times|days and times|"
        "program hours|business hours|office hours|horario|horarios|dias y horas|dias horarios|"
        "open hours|opening hours|meeting times|day and time|hours days|schedule hours",
        "schedule.days": "days|day|days of week|days of the week|weekdays|daycode|dias|"
        "days open|meeting days|days of operation|dia|day of week|program days",
        "schedule.hours": "hours of day|time of day|hours open",
        "schedule.opens_at": "start time|open|opens|opens at|open time|opening time|from time|"
        "time start|begin time|day open|hora de inicio|abre|hora de apertura",
        "schedule.closes_at": "end time|close|closes|closes at|close time|closing time|to time|"
        "time end|day close|hora de fin|cierra|hora de cierre|finish time",
        "schedule.valid_from": "start date|begin date|season open|date start|starts|valid from|"
        "fecha de inicio|first day|begins|from date|season start|program start date",
        "schedule.valid_to": "end date|season close|date end|ends|valid to|fecha de fin|"
        "last day|to date|season end|program end date|fecha final",
    },
}
# What a heading is about, and which of its words are an attribute of it: "Agency Phone".
ABOUT = {
    "organization": "organization|org|agency|provider|company|partner|sponsor|organizacion|agencia",
    "service": "program|service|camp|resource|activity|programa|servicio|class",
    "location": "site|location|venue|facility|place|center|sitio|sede",
    "contact": "contact|director|coordinator|principal|contacto|staff|person|liaison",
    "school": "school|escuela",
}


@cache
def known_headings(target: str) -> Mapping[str, tuple[str, bool]]:
    """Folded headings and the paths they mean; the flag tells that it is our own label."""
    found: dict[str, tuple[str, bool]] = {}
    possible = fields_for(target)
    for each in possible:
        kind, _, name = each.path.partition(".")
        own = kind in KINDS and KINDS[kind].kind == target
        if own or kind == "address":
            found.setdefault(fold(each.label), (each.path, True))
            found.setdefault(fold(name), (each.path, True))
        found.setdefault(fold(f"{kind} {name}"), (each.path, True))
        found.setdefault(fold(f"{kind} {each.label}"), (each.path, True))
    allowed = {each.path for each in possible}
    synonyms: dict[str, tuple[str, bool]] = {}
    for table in (_OF_TARGET[target], _ANY):
        for path, headings in table.items():
            for heading in headings.split("|") if path in allowed else ():
                synonyms.setdefault(heading, (path, False))
    return found | {
        heading: (path, found.get(heading, ("", False)) == (path, True))
        for heading, (path, _) in synonyms.items()
    }


@cache
def subjects() -> Mapping[str, str]:
    """The words that begin a heading about something, and the kind of thing it is about."""
    return {word: kind for kind, words in ABOUT.items() for word in words.split("|")}
